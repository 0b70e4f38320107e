import type { ComparedValues, ValuesByName } from '../../compared-values.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Attendance } from '../attendance.ts';
import type { ClinicalRecord } from '../clinical-record.ts';
import { levelOf } from '../episode-values.ts';
import { levelMinimum } from '../flags/plan-flags.ts';
import type { OwnCapacity, OwnPayerRule, OwnPlanEntry } from '../../own-entries/own-entries.ts';
import type { KnownEpisode } from '../known-episode.ts';
import { payerOn, payerRulesOn } from '../payer-rules.ts';
import { dayAt, mondayOf } from '../site-calendar.ts';
import { lastHere } from './last-here.ts';
import { makeUpSessions, scheduleOf } from './make-up.ts';
import { newsValues } from './news.ts';

/** A client of a caseload, with the line as it was recounted. */
export interface ClientInCare {
  client: string;
  recordNumber: string;
  episode: KnownEpisode;
  record: ClinicalRecord;
  sessions: readonly Attendance[];
  timeZone: string;
  payerRules: readonly OwnPayerRule[];
  capacities: readonly OwnCapacity[];
  /** Clients whom this one is not to meet in a session. */
  keptApart: readonly string[];
  /** What staff had written of the plan by then. */
  plansWritten: readonly OwnPlanEntry[];
  line: ComparedValues;
}

const summed = ['delivered', 'assumed', 'booked', 'unrecorded', 'prescribed', 'missing'];

/** What is new, the hours of the week, and who is short with where more could come from. */
export function briefValues(
  clients: readonly ClientInCare[],
  all: readonly Attendance[],
  records: ClinicRecords,
  asOf: number,
): ValuesByName {
  const [first] = clients;
  if (!first) return new Map([['hours', hoursOf(clients)]]);
  const since = lastHere(asOf, first.timeZone);
  const plans = Map.groupBy(records.all('CarePlan'), ({ subject }) =>
    records.client(subject.reference),
  );
  const news = clients.map((one) => ({
    ...one,
    plans: plans.get(one.client) ?? [],
    since,
    asOf,
    unrecorded: Number(one.line['flag not-recorded'] ?? 0),
  }));
  const short = clients.filter(({ line }) => line['flag hours-short'] !== undefined);
  return new Map([
    ['hours', hoursOf(clients)],
    ...newsValues(news, records),
    ...short.map((one) => [`short ${one.recordNumber}`, shortOf(one, all, records, asOf)] as const),
  ]);
}

function hoursOf(clients: readonly ClientInCare[]): ComparedValues {
  const here = clients.filter(({ line }) => !line['onHold']);
  const sum = (name: string) =>
    here.reduce((total, { line }) => total + Number(line[`hours.${name}`] ?? 0), 0);
  return {
    clients: here.length,
    onHold: clients.length - here.length,
    notPrescribed: here.filter(({ line }) => line['hours.prescribed'] === null).length,
    ...Object.fromEntries(summed.map((name) => [name, sum(name)])),
  };
}

function shortOf(
  one: ClientInCare,
  all: readonly Attendance[],
  records: ClinicRecords,
  asOf: number,
): ComparedValues {
  const { client, episode, record, sessions, timeZone, capacities, keptApart, line } = one;
  const unit = episode.managingOrganization?.reference;
  return {
    missing: line['hours.missing'] ?? null,
    levelMinimum: levelMinimum(levelOf(episode).level, record.birthDate, dayAt(asOf, timeZone)),
    payerDays: payerDaysOf(one, asOf),
    payerDayMinutes: rulesOn(one, dayAt(asOf, timeZone)).payerDayMinutes,
    schedule: scheduleOf(client, asOf, records),
    makeUp: makeUpSessions(
      { client, unit, own: sessions, all, timeZone, asOf, capacities, keptApart },
      records,
    ),
  };
}

/** Those of whoever pays for the client on the day. */
const rulesOn = ({ record, payerRules }: ClientInCare, day: string) =>
  payerRulesOn(payerRules, payerOn(record.coverages, day), day);

/** Days of this week with as many recorded minutes as the payer asks. */
function payerDaysOf(one: ClientInCare, asOf: number): number {
  const { sessions, timeZone } = one;
  const week = mondayOf(dayAt(asOf, timeZone));
  const present = sessions
    .filter(({ start, zone }) => start <= asOf && mondayOf(dayAt(start, zone)) === week)
    .filter(({ recordedMinutes }) => recordedMinutes !== null);
  const days = Map.groupBy(present, ({ start }) => dayAt(start, timeZone));
  return [...days].filter(
    ([day, held]) =>
      held.reduce((sum, { recordedMinutes }) => sum + (recordedMinutes ?? 0), 0) >=
      rulesOn(one, day).payerDayMinutes,
  ).length;
}
