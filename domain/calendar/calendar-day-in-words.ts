import { type Day, localTime } from './calendar-day.ts';
import { dayInWords } from './day-in-words.ts';

/**
 * A calendar day, which has no zone, where there is little room: 'Tue' in the week of today, otherwise
 * '9 Nov', with the year only when it is another.
 */
export function calendarDayInWords(day: Day, today: Day): string {
  const [weekday = '', ...date] = dayInWords(Date.parse(day), 'UTC', Date.parse(today)).split(' ');
  return mondayOf(day) === mondayOf(today) ? weekday : date.join(' ');
}

const mondayOf = (day: Day): Day => localTime(Date.parse(day), 'UTC').monday;
