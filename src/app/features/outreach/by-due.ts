import { addDays, localTime } from '#domain/calendar/calendar-day';
import type { Task } from '#domain/outreach/task.contract';
import { byConcern } from '#domain/outreach/task-order';

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
