import { TZDate } from '@date-fns/tz';
import { addDays, dayAt, mondayOf } from './recount/site-calendar.ts';

const hour = 3_600_000;

export interface InstantToCheck {
  instant: number;
  why: string;
}

/** Where a rule turns: the week's end at the site, the 24 hours to record; and the ordinary. */
export function instantsToCheck(
  now: number,
  timeZone: string,
  endWithoutOutcome: number | undefined,
): InstantToCheck[] {
  const monday = mondayOf(dayAt(now, timeZone));
  const weekTurns = midnight(monday, timeZone);
  const unrecorded =
    endWithoutOutcome === undefined
      ? []
      : [23, 24, 25].map((hours) => ({
          instant: endWithoutOutcome + hours * hour,
          why: `${hours} h after a session without outcome`,
        }));
  return [
    { instant: weekTurns - 60_000, why: 'Sunday 11:59 pm' },
    { instant: weekTurns, why: 'Monday 12:00 am' },
    ...unrecorded,
    // In the middle of a session of the day, three weeks back.
    { instant: midnight(addDays(monday, -20), timeZone) + 10.5 * hour, why: 'a Tuesday 10:30 am' },
    { instant: now, why: 'now' },
  ];
}

/** Those at which a measure may take a session, or a week, for another thing than an hour before. */
export function instantsOfMeasures(
  now: number,
  timeZone: string,
  endWithoutOutcome: number | undefined,
): InstantToCheck[] {
  const turning = instantsToCheck(now, timeZone, endWithoutOutcome).filter(
    ({ why }) => !why.startsWith('24 h') && !why.startsWith('a Tuesday'),
  );
  // The clocks were set back that morning: the week has an hour more than seven days of 24.
  const longWeek = midnight('2026-11-02', timeZone) - 30 * 60_000;
  return [...turning, { instant: longWeek, why: 'the end of a week with the clock change' }];
}

function midnight(day: string, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, timeZone).getTime();
}
