import { isoDate, weekday } from './calendar-day.ts';

const known = new Map<number, boolean>();

/** Holidays on which the whole provider is closed and nothing is booked. */
export function closedDay(day: number): boolean {
  let closed = known.get(day);
  if (closed === undefined) {
    closed = weekday(day) > 4 || isHoliday(day);
    known.set(day, closed);
  }
  return closed;
}

function isHoliday(day: number): boolean {
  const [, month, date] = isoDate(day).split('-').map(Number);
  const on = weekday(day);
  const newYear = month === 1 && date === 1;
  const memorialDay = month === 5 && on === 0 && date > 24;
  const independenceDay = month === 7 && date === 4;
  const laborDay = month === 9 && on === 0 && date <= 7;
  const thanksgiving = month === 11 && on === 3 && date >= 22 && date <= 28;
  const christmas = month === 12 && date === 25;
  return newYear || memorialDay || independenceDay || laborDay || thanksgiving || christmas;
}
