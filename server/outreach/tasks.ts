import { clientTasks } from '#domain/outreach/client-tasks';
import { rosterTask } from '#domain/outreach/roster-tasks';
import type { Task, TaskCount, Tasks } from '#domain/outreach/task.contract';
import { isOverdue, type TaskState, taskStates } from '#domain/outreach/task-state';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { findAftercareTasks } from './aftercare-tasks.ts';
import { findCourtReportTasks } from './court-report-tasks.ts';
import { findClientFacts } from './client-facts.queries.ts';
import { type Colleague, findColleagues, findCovering } from './coverages.queries.ts';
import { findOpenRosters } from './open-rosters.queries.ts';
import { findTaskEntries } from './task-entries.queries.ts';

type Whose = 'mine' | 'team' | 'overdue';

const DAY = 86_400_000;

/** The reader's tasks, their team's, or what of those is late; and how many there are of each. */
export async function findTasks(
  scoped: Scoped,
  reader: Reader,
  whose: Whose,
  asOf: Date,
): Promise<Tasks> {
  const all = await everyTask(scoped, reader, asOf);
  const open = all.filter(({ closed }) => closed === null);
  const isOf = isOfWhom(reader);
  return {
    asOf: asOf.toISOString(),
    tasks: open.filter((task) => isOf[whose](task)),
    closed: all
      .filter(({ closed }) => closed && asOf.getTime() - Date.parse(closed.at) <= DAY)
      .filter((task) => isOf[whose === 'overdue' ? 'team' : whose](task))
      .sort((a, b) => (b.closed?.at ?? '').localeCompare(a.closed?.at ?? '')),
    counts: {
      mine: open.filter(isOf.mine).length,
      team: open.filter(isOf.team).length,
      overdue: open.filter(isOf.overdue).length,
    },
    colleagues: await findColleagues(scoped, reader),
  };
}

/** For the rail: how many are the reader's, and how many of them late. */
export async function countTasks(scoped: Scoped, reader: Reader, asOf: Date): Promise<TaskCount> {
  const mine = (await everyTask(scoped, reader, asOf)).filter(
    (task) => task.closed === null && isOfWhom(reader).mine(task),
  );
  return { mine: mine.length, overdue: mine.filter(({ overdue }) => overdue).length };
}

/** Of an owner who is away it is who covers them: their own, and said so. */
function isOfWhom({ staffId, role }: Reader): Record<Whose, (task: Task) => boolean> {
  const mine = ({ owner, covering }: Task) =>
    staffId !== null && (owner?.id === staffId || covering?.id === staffId);
  const late = role === 'supervisor' ? () => true : mine;
  return { mine, team: () => true, overdue: (task) => task.overdue && late(task) };
}

async function everyTask(scoped: Scoped, reader: Reader, asOf: Date): Promise<Task[]> {
  const now = asOf.getTime();
  const clients = await findClientFacts(scoped, reader, asOf);
  const ofSomebody = [
    ...(await findAftercareTasks(scoped, reader, asOf)),
    ...(await findCourtReportTasks(scoped, reader, asOf)),
  ];
  const rosters = await findOpenRosters(scoped, reader, asOf);
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const asked = [
    ...clients.flatMap(({ facts, rules }) => clientTasks(facts, now, rules)),
    ...ofSomebody.map(({ task }) => task),
    ...rosters.flatMap((roster) => rosterTask(roster, now, rules) ?? []),
  ];
  const entries = await findTaskEntries(scoped, reader, asOf);
  const names = new Map(
    (await findColleagues(scoped, reader)).map((colleague) => [colleague.id, colleague]),
  );
  const covering = await findCovering(scoped, reader, asOf);
  const zones = new Map([
    ...ofSomebody.map(({ client, task }) => [client.id, task.timeZone] as const),
    ...clients.map(({ facts }) => [facts.clientId, facts.timeZone] as const),
  ]);
  // A task about nobody in reach goes by the clock of whoever reads.
  const ownZone = clients[0]?.facts.timeZone ?? rosters[0]?.timeZone ?? OWN_TIME_ZONE;
  const zoneOf = (clientId: string | null) => zones.get(clientId ?? '') ?? ownZone;
  const named = new Map(
    [
      ...ofSomebody.map(({ client }) => client),
      ...clients.map(({ facts: { clientId: id }, familyName, givenName }) => ({
        ...{ id, familyName, givenName },
      })),
    ].map((client) => [client.id, client]),
  );
  return taskStates(asked, entries, zoneOf).map((task) =>
    shown(task, now, { names, covering, named }),
  );
}

interface Known {
  names: ReadonlyMap<string, Colleague>;
  covering: Awaited<ReturnType<typeof findCovering>>;
  named: ReadonlyMap<string, NonNullable<Task['client']>>;
}

function shown(task: TaskState, now: number, { names, covering, named }: Known): Task {
  const { clientId, ownerId, dueAt, closed, ...rest } = task;
  return {
    ...rest,
    client: (clientId && named.get(clientId)) || null,
    dueAt: new Date(dueAt).toISOString(),
    overdue: isOverdue(task, now),
    owner: (ownerId && names.get(ownerId)) || null,
    covering: (ownerId && covering.get(ownerId)) || null,
    closed: closed && { ...closed, at: new Date(closed.at).toISOString() },
  };
}
