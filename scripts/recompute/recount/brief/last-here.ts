import { TZDate } from '@date-fns/tz';
import { addDays, dayAt, weekdayOf } from '../site-calendar.ts';

/** Five in the afternoon of the last weekday before today, where the site is. */
export function lastHere(asOf: number, timeZone: string): number {
  let day = addDays(dayAt(asOf, timeZone), -1);
  while (weekdayOf(day) > 4) day = addDays(day, -1);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, 17, timeZone).getTime();
}
