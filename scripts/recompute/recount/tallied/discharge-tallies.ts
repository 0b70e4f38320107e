import type { Condition } from 'fhir/r4';
import { milestonesDone } from '../aftercare/milestones-written.ts';
import { onwardRequests } from '../aftercare/onward-requests.ts';
import { dischargeValues } from '../discharge-statements.ts';
import { levelOf } from '../episode-values.ts';
import { admittedStatuses, type KnownEpisode } from '../known-episode.ts';
import { type Prescription, prescriptionsIn } from '../prescriptions.ts';
import { programZone } from '../program-zone.ts';
import { addDays, dayAt, daysBetween, mondayOf } from '../site-calendar.ts';
import { reasonOf } from './stay-tallies.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import type { Tally, TalliedFacts } from './tally.ts';

export interface Left {
  client: string;
  episode: KnownEpisode;
  started: string;
  ended: string;
  there: string;
  reason: number | null;
  referred: boolean;
  to: string | null;
  /** First of those kept, and of those that stand. */
  keptOn: string | undefined;
  bookedFor: string | undefined;
  bookedOn: string | undefined;
  /** A date was given, and nobody says which. */
  undated: boolean;
  untold: string[];
}

type Counts = Partial<Pick<Tally, 'counted' | 'of' | 'excluded' | 'unrecorded'>> | null;

const no: Counts = { of: 1 };
const yes: Counts = { of: 1, counted: 1 };
const tooSoon: Counts = { excluded: 1 };
const unknown: Counts = { unrecorded: 1 };

/** Of those who left in the weeks asked for; `null`: the measure is not of them. */
const discharges =
  (countsOf: (left: Left, facts: TalliedFacts) => Counts) =>
  (facts: TalliedFacts): Tally[] =>
    leftIn(facts).flatMap((left) => {
      const counts = countsOf(left, facts);
      if (counts === null) return [];
      return [{ client: left.client, monday: mondayOf(left.ended), counted: 0, of: 0, ...counts }];
    });

const over = ({ ended, there }: Left, days: number): boolean => daysBetween(ended, there) > days;
const planned = ({ reason }: Left): boolean => reason === 1 || reason === 4;

export const linkage = (
  step: 'booked' | 'kept',
  days: number,
  of: 'referred' | 'planned' | 'live',
) =>
  discharges((left) => {
    if (of === 'live' && left.reason === 6) return null;
    if (of === 'referred' && !left.referred) return null;
    if (of !== 'live' && left.reason !== null && !planned(left)) return null;
    if (!over(left, days)) return tooSoon;
    if (of !== 'live' && left.reason === null) return unknown;
    const last = addDays(left.ended, days);
    const on = step === 'kept' ? left.keptOn : left.bookedFor;
    if (on !== undefined && on <= last) return yes;
    const open = step === 'kept' ? left.untold.some((day) => day <= last) : left.undated;
    return open ? unknown : no;
  });

export const everyDischarge = discharges(() => ({ counted: 1, of: 0 }));

export const bookedBefore = discharges((left) => {
  if (left.reason === null) return unknown;
  if (!planned(left)) return null;
  if (left.bookedFor === undefined) return left.undated ? unknown : no;
  if (left.bookedFor <= left.ended) return yes;
  if (left.bookedOn === undefined) return unknown;
  return left.bookedOn <= left.ended ? yes : no;
});

export const daysToFirst = discharges((left) => {
  if (left.reason === 6 || !over(left, 30)) return null;
  const on = left.keptOn ?? left.bookedFor;
  if (on === undefined) return left.undated ? unknown : tooSoon;
  return { of: 1, counted: Math.max(0, daysBetween(left.ended, on)) };
});

export const readmitted = (days: number) =>
  discharges((left, { records, everyEpisode }) => {
    if (left.reason === 6) return null;
    if (!over(left, days)) return tooSoon;
    const height = (episode: KnownEpisode) => Number(levelOf(episode).level ?? 'unknown');
    const again = everyEpisode.filter((other) => {
      const { start = '' } = other.period ?? {};
      const same = records.client(other.patient.reference) === left.client;
      const real = admittedStatuses.includes(other.status) && other.lastContact === undefined;
      return same && real && start > left.ended && start <= addDays(left.ended, days);
    });
    const steps = again.map((other) => height(other) - height(left.episode));
    if (steps.some((step) => step >= 0)) return yes;
    return steps.some(Number.isNaN) ? unknown : no;
  });

export const medicated = (longest: number) =>
  discharges((left, facts) => {
    const own = prescribedTo(left, facts.records);
    const before = addDays(left.ended, -30);
    const had = own.some(
      ({ start, last, status }) =>
        start <= left.ended && (last === undefined || last >= before || status === 'active'),
    );
    if (left.reason === 6 || !had || !hasDisorder(left.client, left.ended, facts.records))
      return null;
    if (!over(left, 30)) return tooSoon;
    const runs = [...Map.groupBy(own, ({ drug }) => drug).values()].map((of) =>
      longestRun(of, left),
    );
    return Math.max(0, ...runs) > longest ? no : yes;
  });

const drugs = ['buprenorphine', 'methadone', 'naltrexone', 'acamprosate'];

export interface Supply extends Prescription {
  drug: string;
  last: string | undefined;
}

export function prescribedTo(
  { client, started, there }: Pick<Left, 'client' | 'started' | 'there'>,
  records: ClinicRecords,
): Supply[] {
  return prescriptionsIn(records).flatMap((one) => {
    const drug = drugs.find((name) => one.words.includes(name));
    if (one.client !== client || drug === undefined || one.start > there) return [];
    const known = one.lasts ?? one.end;
    if (known !== undefined && known < started) return [];
    const last = [one.lasts, one.end].filter((day) => day !== undefined).sort()[0];
    return [{ ...one, drug, last }];
  });
}

/** The most days on end, of the thirty from the discharge on, without it while it is prescribed. */
function longestRun(supplies: readonly Supply[], { ended, there }: Left): number {
  let [run, most] = [0, 0];
  for (let day = ended; day < addDays(ended, 30) && day <= there; day = addDays(day, 1)) {
    const begun = supplies.filter(({ start }) => start <= day);
    const covered = begun.some(({ last }) => last === undefined || last >= day);
    const goesOn =
      supplies.some(({ start }) => start > day) ||
      supplies.some(({ status }) => status === 'active');
    run = begun.length > 0 && !covered && goesOn ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most;
}

export const hasDisorder = (client: string, day: string, records: ClinicRecords): boolean =>
  records
    .all('Condition')
    .some((one) => records.client(one.subject.reference) === client && isSo(one, day));

function isSo(condition: Condition, day: string): boolean {
  const codes = (condition.code?.coding ?? []).map(({ code = '' }) => code.replace('.', ''));
  const named = codes.some((code) => /^F1[01]/.test(code) && !/(11|21|91)$/.test(code.slice(3)));
  const clinical = condition.clinicalStatus?.coding?.[0]?.code ?? 'active';
  const verified = condition.verificationStatus?.coding?.[0]?.code ?? 'confirmed';
  return (
    named &&
    ['active', 'recurrence', 'relapse'].includes(clinical) &&
    !['refuted', 'entered-in-error'].includes(verified) &&
    (condition.recordedDate ?? '').slice(0, 10) <= day &&
    (condition.abatementDateTime ?? '9').slice(0, 10) >= day
  );
}

/** Of the same facts once: every measure of discharges asks for them. */
export function leftIn(facts: TalliedFacts): Left[] {
  const found = leftFound.get(facts) ?? findLeft(facts);
  leftFound.set(facts, found);
  return found;
}
const leftFound = new WeakMap<TalliedFacts, Left[]>();

function findLeft({ episodes, records, asOf, period, milestones }: TalliedFacts): Left[] {
  const said = [...dischargeValues(records)].map(([name, values]) => ({
    client: name.split(' ')[0],
    ...values,
  }));
  return episodes
    .filter(
      ({ status, lastContact }) => admittedStatuses.includes(status) && lastContact === undefined,
    )
    .flatMap((episode) => {
      const { start: started = '', end: ended } = episode.period ?? {};
      const zone = programZone(episode, records);
      const there = dayAt(asOf, zone);
      if (ended === undefined || ended < period.from || ended > period.to || ended > there)
        return [];
      const client = records.client(episode.patient.reference) ?? '';
      const own = said.filter((one) => one.client === client);
      const base = { client, episode, started, ended, there, reason: reasonOf(own, episode) };
      return [{ ...base, ...onward(base, zone, { records, asOf, milestones }) }];
    });
}

/** What was arranged in care for the time after, and how it went: by the source, else as staff wrote it. */
function onward(
  { client, episode, started, ended }: Pick<Left, 'client' | 'episode' | 'started' | 'ended'>,
  zone: string,
  { records, asOf, milestones }: Pick<TalliedFacts, 'records' | 'asOf' | 'milestones'>,
) {
  const sent = onwardRequests({ client, started, until: ended, zone, asOf }, records)
    .filter(({ waits, step, visits }) => visits.length > 0 || (!waits && step !== 'declined'))
    .sort((a, b) => b.madeOn.localeCompare(a.madeOn));
  const standing = sent
    .flatMap(({ visits, to }) => visits.map((visit) => ({ ...visit, to })))
    .filter(({ off }) => !off)
    .sort((a, b) => a.on.localeCompare(b.on));
  const kept = standing.find((visit) => visit.kept);
  const first = kept ?? standing[0];
  const written = milestonesDone(milestones, episode, asOf);
  const [keptByHand, bookedByHand] = [written('first-kept'), written('appointment-booked')];
  const keptOn = kept?.on ?? keptByHand?.on;
  const bookedFor = first?.on ?? bookedByHand?.on ?? keptOn;
  const toByHand = keptByHand?.destination ?? bookedByHand?.destination;
  return {
    referred: sent.length > 0 || written('referral-sent') !== undefined || bookedFor !== undefined,
    to: (first ? first.to : sent[0]?.to) ?? toByHand ?? null,
    keptOn,
    bookedFor,
    bookedOn: first?.bookedOn,
    undated: bookedFor === undefined && sent.some(({ step }) => step === 'appointment-booked'),
    untold: standing
      .filter(({ begun, kept: was, missed }) => begun && !was && !missed)
      .map(({ on }) => on),
  };
}
