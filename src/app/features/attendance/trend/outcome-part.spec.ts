import type { OutcomeCell } from '#domain/attendance/session-outcomes.contract';
import { ATTENDANCE_STATUSES } from '#domain/attendance/attendance-status';
import { allSessions, heightOf, OUTCOME_PARTS } from './outcome-part';

const cell = (outcome: string, sessions: number): OutcomeCell => ({
  outcome,
  sessions,
  scheduledMinutes: sessions * 180,
  recordedMinutes: 0,
  assumedMinutes: 0,
});
const [attended, , late] = OUTCOME_PARTS as [
  (typeof OUTCOME_PARTS)[0],
  unknown,
  (typeof OUTCOME_PARTS)[0],
];

describe('the parts of a bar', () => {
  it('hold every status that is past, and none that is to come', () => {
    const drawn = OUTCOME_PARTS.flatMap(({ outcomes }) => outcomes);
    const past = ATTENDANCE_STATUSES.filter(
      (status) => !['scheduled', 'waitlist'].includes(status),
    );
    expect([...drawn].toSorted()).toEqual([...past, 'walk-in'].toSorted());
  });

  it('put what is not recorded on top', () => {
    expect(OUTCOME_PARTS.at(-1)?.outcomes).toEqual(['unrecorded']);
  });

  it('read late and left early together', () => {
    const cells = [cell('attended-late', 2), cell('left-early', 3)];
    expect(heightOf(cells, late, 'count')).toBe(5);
    expect(heightOf(cells, late, 'hours')).toBe(15);
  });

  it('share out what is shown, and nothing where nothing was held', () => {
    const cells = [cell('attended', 3), cell('no-show', 1), cell('scheduled', 96)];
    expect(allSessions(cells)).toBe(4);
    expect(heightOf(cells, attended, 'share')).toBe(0.75);
    expect(heightOf([], attended, 'share')).toBeNull();
  });
});
