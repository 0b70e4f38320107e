import type { Day } from './calendar-day.ts';
import { dayInWords } from './day-in-words.ts';

/** 'Tue 17 Nov' for a calendar day, which has no zone; with the year only when it is another than today's. */
export const calendarDayInWords = (day: Day, today: Day): string =>
  dayInWords(Date.parse(day), 'UTC', Date.parse(today));
