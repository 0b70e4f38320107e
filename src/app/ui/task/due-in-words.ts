import { daysBetween, localTime } from '#domain/calendar/calendar-day';
import type { Task } from '#domain/outreach/task.contract';
import { calendarDay, clinicDay, clinicTime } from '../clinic-time/clinic-time';

/** '−1 d' for what is late, then the hour or 'today', the day of this week, the date. */
export function dueInWords(task: Task, asOf: string): string {
  const { dueOn, dueAt, byTheHour, overdue, timeZone } = task;
  const days = daysBetween(localTime(Date.parse(asOf), timeZone).day, dueOn);
  if (days < 0) return `−${-days} d`;
  if (days === 0) return byTheHour ? clinicTime(dueAt, timeZone) : 'today';
  // Noon: a day on its own calendar, whatever the zone.
  return overdue || days > 6 ? calendarDay(dueOn) : clinicDay(`${dueOn}T12:00:00Z`, 'UTC', asOf);
}
