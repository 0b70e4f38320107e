import { aSession } from '../client-progress.fixture';
import { attendanceMonths } from './attendance-months';
import { byKind, byWeekday } from './attendance-pattern';

const zone = 'America/Chicago';
const of = (startsAt: string, status: string, about: object = {}) =>
  aSession({ startsAt, status, ...about });

describe('the attendance calendar', () => {
  it('puts each session on its day of the site’s calendar, the latest month first', () => {
    const months = attendanceMonths(
      [
        // 7 pm on Saturday 31 October, where it is November already by Greenwich.
        of('2026-11-01T00:00:00Z', 'no-show'),
        of('2026-11-17T15:30:00Z', 'attended'),
        of('2026-11-17T19:30:00Z', 'excused', { service: 'Family' }),
      ],
      zone,
    );
    expect(months.map(({ name }) => name)).toEqual(['Nov 2026', 'Oct 2026']);
    const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day?.marks.length);
    expect(days.map((day) => [day?.day, day?.marks.map(({ words }) => words)])).toEqual([
      ['2026-11-17', ['Attended, Group B', 'Excused, Family']],
      ['2026-10-31', ['No-show, Group B']],
    ]);
    expect(months[0]?.weeks[0]?.findIndex((day) => day !== null)).toBe(6);
    expect(months[0]?.weeks.flat().filter((day) => day !== null).length).toBe(30);
  });

  it('counts by weekday and by kind; what is ahead, or not recorded, is neither kept nor missed', () => {
    const sessions = [
      of('2026-11-16T15:30:00Z', 'attended'),
      of('2026-11-09T15:30:00Z', 'no-show'),
      of('2026-11-02T15:30:00Z', 'unrecorded'),
      of('2026-10-26T15:30:00Z', 'on-hold'),
      of('2026-11-23T15:30:00Z', 'scheduled'),
      of('2026-11-17T15:30:00Z', 'excused', { kind: 'family' }),
      of('2026-11-17T18:30:00Z', 'attended', { kind: 'family', walkIn: true }),
    ];
    const monday = { attended: 1, missed: 1, expected: 2, leftOut: 1, unrecorded: 1 };
    const tuesday = { attended: 0, missed: 0, expected: 1, leftOut: 0, unrecorded: 0 };
    expect(byWeekday(sessions, zone)).toEqual([
      { name: 'Mon', ...monday },
      { name: 'Tue', ...tuesday },
    ]);
    expect(byKind(sessions)).toEqual([
      { name: 'Family', ...tuesday },
      { name: 'Group', ...monday },
    ]);
  });
});
