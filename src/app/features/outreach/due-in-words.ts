import { addDays, daysBetween, localTime } from '#domain/calendar/calendar-day';
import type { Task } from '#domain/outreach/task.contract';
import { calendarDay, clinicDay, clinicTime } from '../../ui/clinic-time/clinic-time';

/** '−1 d' for what is late, then the hour or 'today', the day of this week, the date. */
export function dueInWords(task: Task, asOf: string): string {
  const { dueOn, dueAt, byTheHour, overdue, timeZone } = task;
  const days = daysBetween(localTime(Date.parse(asOf), timeZone).day, dueOn);
  if (days < 0) return `−${-days} d`;
  if (days === 0) return byTheHour ? clinicTime(dueAt, timeZone) : 'today';
  // Noon: a day on its own calendar, whatever the zone.
  return overdue || days > 6 ? calendarDay(dueOn) : clinicDay(`${dueOn}T12:00:00Z`, 'UTC', asOf);
}

export interface DueGroup {
  title: string;
  tasks: Task[];
}

/** By when: what is late first. A week ends with its Sunday. */
export function byDue(tasks: readonly Task[], asOf: string): DueGroup[] {
  const groups = Map.groupBy(tasks, (task) => groupOf(task, asOf));
  return ['Overdue', 'Today', 'This week', 'Later'].flatMap((title) => {
    const own = groups.get(title);
    return own ? [{ title, tasks: own }] : [];
  });
}

function groupOf({ overdue, dueOn, timeZone }: Task, asOf: string): string {
  const { day, monday } = localTime(Date.parse(asOf), timeZone);
  if (overdue) return 'Overdue';
  if (dueOn <= day) return 'Today';
  return dueOn < addDays(monday, 7) ? 'This week' : 'Later';
}
