import type { Condition, ServiceRequest } from 'fhir/r4';
import { dischargeValues } from '../discharge-statements.ts';
import { levelOf } from '../episode-values.ts';
import { admittedStatuses, type KnownEpisode } from '../known-episode.ts';
import { type Prescription, prescriptionsIn } from '../prescriptions.ts';
import { programZone } from '../program-zone.ts';
import { addDays, dayAt, daysBetween, mondayOf } from '../site-calendar.ts';
import { reasonOf } from './stay-tallies.ts';
import type { Tally, TalliedFacts } from './tally.ts';

interface Left {
  client: string;
  episode: KnownEpisode;
  started: string;
  ended: string;
  there: string;
  reason: number | null;
  referred: boolean;
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
    const own = prescribedTo(left, facts);
    const before = addDays(left.ended, -30);
    const had = own.some(
      ({ start, last, status }) =>
        start <= left.ended && (last === undefined || last >= before || status === 'active'),
    );
    if (left.reason === 6 || !had || !hasDisorder(left, facts)) return null;
    if (!over(left, 30)) return tooSoon;
    const runs = [...Map.groupBy(own, ({ drug }) => drug).values()].map((of) =>
      longestRun(of, left),
    );
    return Math.max(0, ...runs) > longest ? no : yes;
  });

const drugs = ['buprenorphine', 'methadone', 'naltrexone', 'acamprosate'];

interface Supply extends Prescription {
  drug: string;
  last: string | undefined;
}

function prescribedTo({ client, started, there }: Left, { records }: TalliedFacts): Supply[] {
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

const hasDisorder = ({ client, ended }: Left, { records }: TalliedFacts): boolean =>
  records
    .all('Condition')
    .some((one) => records.client(one.subject.reference) === client && isSo(one, ended));

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
function leftIn(facts: TalliedFacts): Left[] {
  const found = leftFound.get(facts) ?? findLeft(facts);
  leftFound.set(facts, found);
  return found;
}
const leftFound = new WeakMap<TalliedFacts, Left[]>();

function findLeft({ episodes, records, asOf, period }: TalliedFacts): Left[] {
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
      return [{ ...base, ...onward(base, zone, { records, asOf }) }];
    });
}

/** What was arranged in care for the time after, and how it went. */
function onward(
  { client, started, ended }: Pick<Left, 'client' | 'started' | 'ended'>,
  zone: string,
  { records, asOf }: Pick<TalliedFacts, 'records' | 'asOf'>,
) {
  const begins = new Set(
    records.all('EpisodeOfCare').flatMap((one) => one.referralRequest?.[0]?.reference ?? []),
  );
  const requests = records.all('ServiceRequest').filter((one) => {
    const on = one.authoredOn?.slice(0, 10) ?? '';
    const own = records.client(one.subject.reference) === client;
    return (
      own &&
      on >= started &&
      on <= ended &&
      isReferral(one) &&
      !begins.has(`ServiceRequest/${one.id}`)
    );
  });
  const of = requests.map((request) => {
    const name = `ServiceRequest/${request.id}`;
    const [task] = records
      .all('Task')
      .filter(
        ({ focus, status }) =>
          focus?.reference === name && status !== 'entered-in-error' && status !== 'draft',
      )
      .sort((a, b) =>
        (b.executionPeriod?.start ?? '').localeCompare(a.executionPeriod?.start ?? ''),
      );
    const step = task?.businessStatus?.text?.toLowerCase().replaceAll(' ', '-');
    const visits = records
      .all('Appointment')
      .filter(({ status, basedOn = [], start, created }) => {
        const known = start !== undefined && status !== 'entered-in-error';
        return (
          known &&
          basedOn.some(({ reference }) => reference === name) &&
          Date.parse(created ?? '2000') <= asOf
        );
      })
      .map(({ status, start = '', created }) => ({
        on: dayAt(Date.parse(start), zone),
        begun: Date.parse(start) <= asOf,
        kept: Date.parse(start) <= asOf && ['fulfilled', 'checked-in', 'arrived'].includes(status),
        missed: Date.parse(start) <= asOf && status === 'noshow',
        off: status === 'cancelled',
        bookedOn: created === undefined ? undefined : dayAt(Date.parse(created), zone),
      }));
    return { waits: request.status === 'on-hold', step, visits };
  });
  const sent = of.filter(
    ({ waits, step, visits }) => visits.length > 0 || (!waits && step !== 'declined'),
  );
  const standing = sent
    .flatMap(({ visits }) => visits)
    .filter(({ off }) => !off)
    .sort((a, b) => a.on.localeCompare(b.on));
  const kept = standing.find((visit) => visit.kept);
  const first = kept ?? standing[0];
  return {
    referred: sent.length > 0,
    keptOn: kept?.on,
    bookedFor: first?.on,
    bookedOn: first?.bookedOn,
    undated: first === undefined && sent.some(({ step }) => step === 'appointment-booked'),
    untold: standing
      .filter(({ begun, kept: was, missed }) => begun && !was && !missed)
      .map(({ on }) => on),
  };
}

const isReferral = ({ status, intent, doNotPerform, code }: ServiceRequest): boolean =>
  !['entered-in-error', 'draft', 'revoked'].includes(status) &&
  ['order', 'original-order', 'directive'].includes(intent) &&
  !doNotPerform &&
  !(code?.coding ?? []).some(({ system }) => system === 'http://loinc.org');
