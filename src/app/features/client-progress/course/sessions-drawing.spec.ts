import { timeAxis } from '../../../ui/time-axis/time-axis';
import { aSession } from '../client-progress.fixture';
import { sessionCounts, sessionsDrawing } from './sessions-drawing';

const axis = timeAxis({
  from: '2026-11-02',
  to: '2026-11-22',
  today: '2026-11-18',
  width: 210,
  after: 0,
});
const at = (startsAt: string, status: string, more = {}) =>
  aSession({ recordId: startsAt + status, startsAt, status, ...more });

describe('sessionsDrawing', () => {
  it('stands each session at its day on the site’s calendar, and leaves out other days', () => {
    const { paths } = sessionsDrawing(
      [
        // Half past midnight in London, the evening before in Chicago.
        at('2026-11-10T01:30:00Z', 'attended'),
        at('2026-10-01T15:00:00Z', 'attended'),
      ],
      axis,
      'America/Chicago',
    );
    const attended = paths.find(({ className }) => className === 'fill-attended');
    expect(attended?.d.match(/M/g)?.length).toBe(1);
    expect(attended?.d).toMatch(/^M70 /);
  });

  it('gives two sessions of a day each their room within it', () => {
    const { paths } = sessionsDrawing(
      [at('2026-11-02T15:00:00Z', 'attended'), at('2026-11-02T20:00:00Z', 'no-show')],
      axis,
      'America/Chicago',
    );
    const second = paths.find(({ className }) => className === 'fill-no-show')?.d ?? '';
    const x = Number(/^M([\d.]+)/.exec(second)?.[1]);
    expect(x).toBeGreaterThan(3);
    expect(x).toBeLessThan(10);
  });

  it('checks a miss after which the client was reached, and no other', () => {
    const outreach = { at: null, barrier: null };
    const { reached } = sessionsDrawing(
      [
        at('2026-11-03T15:00:00Z', 'no-show', { outreach: { result: 'reached', ...outreach } }),
        at('2026-11-04T15:00:00Z', 'no-show', { outreach: { result: 'attempted', ...outreach } }),
      ],
      axis,
      'America/Chicago',
    );
    expect(reached.length).toBe(1);
  });
});

describe('sessionCounts', () => {
  it('counts what was expected as A + X + CC + NS, and the rest apart', () => {
    const statuses = [
      'attended',
      'attended-late',
      'excused',
      'client-cancelled',
      'no-show',
      'program-cancelled',
      'unrecorded',
      'scheduled',
    ];
    const sessions = statuses.map((status) => at('2026-11-03T15:00:00Z', status));
    const walkIn = at('2026-11-04T15:00:00Z', 'attended', { walkIn: true });
    expect(sessionCounts([...sessions, walkIn])).toEqual({
      attended: 2,
      expected: 5,
      missed: 2,
      reachedAfter: 0,
      unrecorded: 1,
      leftOut: 1,
    });
  });
});
