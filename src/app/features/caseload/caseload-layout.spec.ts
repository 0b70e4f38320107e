import { chosenColumns, columnsInAddress } from './chosen-columns';
import { inTable, onPhone } from './caseload-layout';

const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id).join(' ');

describe('chosenColumns', () => {
  it('are what the address names, in its order, after the client', () => {
    expect(ids(chosenColumns('next.why'))).toBe('client next why');
    expect(ids(chosenColumns('client.counselor'))).toBe('client counselor');
  });

  it('are the usual ones where it names none, or none that there are', () => {
    const usual = 'client why hours strip attended seen next level week';
    expect(ids(chosenColumns(''))).toBe(usual);
    expect(ids(chosenColumns('client'))).toBe(usual);
    expect(ids(chosenColumns('nothing.of.it'))).toBe(usual);
    expect(ids(chosenColumns('week.week'))).toBe('client week');
  });

  it('leave the address when they are the usual ones again', () => {
    expect(columnsInAddress(chosenColumns('').map(({ id }) => id))).toBe('');
    expect(columnsInAddress(['client', 'next', 'why'])).toBe('next.why');
  });
});

describe('caseloadLayout', () => {
  const all = chosenColumns('');

  it('leaves out what stands last where there is no room, and says so', () => {
    const need = all.reduce((sum, { width }) => sum + width + 10, -10);
    expect(inTable(all, need, 30).leftOut).toEqual([]);
    expect(ids(inTable(all, need - 1, 30).leftOut)).toBe('week');
    expect(ids(inTable(all, 917, 30).columns)).toBe('client why hours strip attended seen');
    expect(ids(inTable(chosenColumns('week.level.why'), 917, 30).leftOut)).toBe('');
  });

  it('gives the reasons what the others leave', () => {
    expect(inTable(chosenColumns('why.week'), 900, 30).tracks).toBe('117px minmax(0, 1fr) 36px');
  });

  it('has on a phone the name with one thing beside it, why, and what else fits', () => {
    const usual = onPhone(all, 358);
    expect(ids(usual.columns)).toBe('client next why hours strip');
    expect(usual.heights.line).toBe(92);
    expect(ids(usual.leftOut)).toBe('attended seen level week');
  });

  it('has what comes first beside the name where the next session was not chosen', () => {
    expect(ids(onPhone(chosenColumns('strip.week.why.level'), 358).columns)).toBe(
      'client week why strip level',
    );
  });

  it('is as low on a phone as what was chosen', () => {
    expect(onPhone(chosenColumns('why'), 358).heights.line).toBe(68);
    expect(onPhone(chosenColumns('week'), 358).heights.line).toBe(44);
    expect(ids(onPhone(chosenColumns('strip.hours'), 300).columns)).toBe('client strip');
  });
});
