import type { Day } from '../calendar/calendar-day.ts';
import { dueOnDay, type RuleTask } from './rule-task.ts';

/** What a person did about a task, in the order it was done. */
export interface TaskEntry {
  id: string;
  key: string;
  clientId: string | null;
  act: 'made' | 'assigned' | 'moved' | 'closed' | 'reopened';
  words: string | null;
  ownerId: string | null;
  dueOn: Day | null;
  by: string;
  /** Milliseconds. */
  at: number;
}

export interface TaskState extends RuleTask {
  closed: { how: string; by: string; at: number } | null;
}

/** The key of a task that a person made: the entry that made it. */
export const ownKey = (entryId: string): string => `own:${entryId}`;

/**
 * Tasks as they stand: those that rules ask for and those that people made, with what people did about
 * them. A rule that no longer holds asks for nothing, whatever was done; its entries are kept.
 */
export function taskStates(
  asked: readonly RuleTask[],
  entries: readonly TaskEntry[],
  zoneOf: (clientId: string | null) => string,
): TaskState[] {
  const own = entries
    .filter(({ act }) => act === 'made')
    .map((entry) => ownTask(entry, zoneOf(entry.clientId)));
  const byKey = Map.groupBy(entries, ({ key }) => key);
  const once = new Map([...asked, ...own].map((task) => [task.key, task]));
  return [...once.values()]
    .map((task) => (byKey.get(task.key) ?? []).reduce(after, { ...task, closed: null }))
    .sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}

function after(task: TaskState, { act, ownerId, dueOn, words, by, at }: TaskEntry): TaskState {
  if (act === 'assigned') return { ...task, ownerId };
  if (act === 'moved' && dueOn) return { ...task, ...dueOnDay(dueOn, task.timeZone) };
  if (act === 'closed') return { ...task, closed: { how: words ?? '', by, at } };
  return act === 'reopened' ? { ...task, closed: null } : task;
}

function ownTask(
  { id, clientId, words, ownerId, dueOn, at }: TaskEntry,
  timeZone: string,
): RuleTask {
  return {
    key: ownKey(id),
    rule: 'own',
    clientId,
    what: words ?? '',
    evidence: '',
    ...(dueOn ? dueOnDay(dueOn, timeZone) : { dueOn: '', dueAt: at, byTheHour: true }),
    timeZone,
    ownerId,
    recordIds: [],
    sessionId: null,
  };
}

/** Late once its hour, or its day at the site, is over. */
export const isOverdue = ({ dueAt, closed }: Pick<TaskState, 'dueAt' | 'closed'>, asOf: number) =>
  closed === null && dueAt <= asOf;
