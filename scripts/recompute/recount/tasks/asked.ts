import { TZDate } from '@date-fns/tz';
import { addDays } from '../site-calendar.ts';

/** What a rule asks for, and the instant at which it is late. */
export interface Asked {
  rule: string;
  dueAt: number;
}

/** The end of a day at a place. */
export const dueOnDay = (day: string, timeZone: string): number =>
  startOfDay(addDays(day, 1), timeZone);

export function startOfDay(day: string, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, timeZone).getTime();
}
