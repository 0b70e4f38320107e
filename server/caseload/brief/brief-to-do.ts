import type { CaseloadBrief } from '#domain/caseload/brief.contract';
import type { Task } from '#domain/outreach/task.contract';
import { byConcern } from '#domain/outreach/task-order';
import { localTime } from '#domain/calendar/calendar-day';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { findTasks } from '../../outreach/tasks.ts';

/** As many as the brief has lines for. */
const SHOWN = 7;

/** The reader's tasks: what is late or due today first, and of these what is about a person. */
export async function briefToDo(
  scoped: Scoped,
  reader: Reader,
  asOf: Date,
): Promise<CaseloadBrief['toDo']> {
  const { tasks, counts } = await findTasks(scoped, reader, 'mine', asOf);
  const isPressing = ({ overdue, dueOn, timeZone }: Task) =>
    overdue || dueOn <= localTime(asOf.getTime(), timeZone).day;
  const pressing = tasks.filter(isPressing).toSorted(byConcern);
  const later = tasks.filter((task) => !isPressing(task));
  return { open: counts.mine, tasks: [...pressing, ...later].slice(0, SHOWN) };
}
