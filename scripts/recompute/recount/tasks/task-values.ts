import type { CarePlan } from 'fhir/r4';
import type { ValuesByName } from '../../compared-values.ts';
import type { OwnEntries, OwnPayerRule } from '../../own-entries/own-entries.ts';
import type { Attendance } from '../attendance.ts';
import type { ClinicalRecord } from '../clinical-record.ts';
import type { KnownEpisode } from '../known-episode.ts';
import { absenceTasks } from './absence-tasks.ts';
import { type Asked, dueOnDay } from './asked.ts';
import { resultTasks } from './result-tasks.ts';
import { rosterTasks } from './roster-tasks.ts';

/** A client in care, and what asks for something. */
export interface TaskFacts {
  client: string;
  recordNumber: string;
  episode: KnownEpisode;
  record: ClinicalRecord;
  plans: readonly CarePlan[];
  plan: CarePlan | undefined;
  sessions: readonly Attendance[];
  timeZone: string;
  payerRules: readonly OwnPayerRule[];
  onHold: boolean;
  deceased: boolean;
  contacts: OwnEntries['contacts'];
  firstReadAt: number;
  /** Results of before this day were seen to by other means. */
  resultsSince: string;
  asOf: number;
}

/** By rule and client: when each is due, and whether it is late. */
export function taskValues(
  clients: readonly TaskFacts[],
  sessionsInReach: readonly Attendance[],
  entries: OwnEntries,
  asOf: number,
): ValuesByName {
  const closed = new Set(entries.closed.flatMap(({ task, at }) => (at <= asOf ? [task] : [])));
  const asked = clients.flatMap((facts) =>
    [...absenceTasks(facts), ...resultTasks(facts)].map((task) => ({
      ...task,
      rule: `${task.rule} ${facts.recordNumber}`,
    })),
  );
  const byRule = Map.groupBy(
    [...asked, ...madeTasks(clients, entries, asOf), ...rosterTasks(sessionsInReach, asOf)].filter(
      ({ rule }) => !closed.has(rule),
    ),
    ({ rule }) => rule,
  );
  return new Map(
    [...byRule].map(([rule, own]) => [
      rule,
      {
        due: own
          .map(({ dueAt }) => new Date(dueAt).toISOString())
          .sort()
          .join(' '),
        overdue: own.filter(({ dueAt }) => dueAt <= asOf).length,
      },
    ]),
  );
}

const madeTasks = (clients: readonly TaskFacts[], { made }: OwnEntries, asOf: number): Asked[] =>
  made
    .filter(({ at }) => at <= asOf)
    .flatMap(({ recordNumber, dueOn }) => {
      const whose = clients.find((one) => one.recordNumber === recordNumber);
      return whose ? [{ rule: `own ${recordNumber}`, dueAt: dueOnDay(dueOn, whose.timeZone) }] : [];
    });
