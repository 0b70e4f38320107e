import { addDays, daysBetween, localTime } from '#domain/calendar/calendar-day';
import type { Task, TaskRule } from '#domain/outreach/task.contract';
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
    return own ? [{ title, tasks: own.toSorted(byConcern) }] : [];
  });
}

function groupOf({ overdue, dueOn, timeZone }: Task, asOf: string): string {
  const { day, monday } = localTime(Date.parse(asOf), timeZone);
  if (overdue) return 'Overdue';
  if (dueOn <= day) return 'Today';
  return dueOn < addDays(monday, 7) ? 'This week' : 'Later';
}

/** What is about a person before what is about papers; within that, what is due first. */
const CONCERN: readonly TaskRule[] = [
  'outreach',
  'return',
  'next-step',
  'supervisor',
  'written',
  'discharge-review',
  'case-review',
];

const byConcern = (a: Task, b: Task): number => rank(a) - rank(b);

const rank = ({ rule }: Task): number => {
  const place = CONCERN.indexOf(rule);
  return place < 0 ? CONCERN.length : place;
};
