import type { Day } from './calendar-day.ts';
import type { PeriodKind } from './periods.ts';

/** A week or month by the day it begins: 'the week of 2 November', 'November'; the year when another. */
export function periodInWords(every: PeriodKind, start: Day, asOf: Day): string {
  const date = new Date(start);
  const month = MONTH.format(date);
  const year = start.slice(0, 4) === asOf.slice(0, 4) ? '' : ` ${start.slice(0, 4)}`;
  return every === 'week' ? `the week of ${date.getUTCDate()} ${month}${year}` : `${month}${year}`;
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
