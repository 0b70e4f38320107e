import { isoDate, weekday } from './calendar-day.ts';
import type { Site } from './program-map.ts';

const known = new Map<number, boolean>();

/** Holidays on which the whole provider, or this site, is closed and nothing is booked. */
export function closedDay(day: number, site: Pick<Site, 'index'>): boolean {
  const key = day * 8 + site.index;
  let closed = known.get(key);
  if (closed === undefined) {
    closed = weekday(day) > 4 || isHoliday(day) || isSiteHoliday(day, site.index);
    known.set(key, closed);
  }
  return closed;
}

function isHoliday(day: number): boolean {
  const { month, date, on } = partsOf(day);
  const newYear = month === 1 && date === 1;
  const memorialDay = month === 5 && on === 0 && date > 24;
  const independenceDay = month === 7 && date === 4;
  const laborDay = month === 9 && on === 0 && date <= 7;
  const thanksgiving = month === 11 && on === 3 && date >= 22 && date <= 28;
  const christmas = month === 12 && date === 25;
  return newYear || memorialDay || independenceDay || laborDay || thanksgiving || christmas;
}

/** Each site keeps days of its own: Juneteenth, Columbus Day, the Friday after Thanksgiving. */
function isSiteHoliday(day: number, site: number): boolean {
  const { month, date, on } = partsOf(day);
  const juneteenth = month === 6 && date === 19;
  const columbusDay = month === 10 && on === 0 && date >= 8 && date <= 14;
  const fridayAfter = month === 11 && on === 4 && date >= 23 && date <= 29;
  return [juneteenth, columbusDay, fridayAfter][site] ?? false;
}

function partsOf(day: number): { month: number; date: number; on: number } {
  const [, month, date] = isoDate(day).split('-').map(Number);
  return { month, date, on: weekday(day) };
}
