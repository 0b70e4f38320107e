import type { ComparedValues, ValuesByName } from '../../compared-values.ts';
import type { OwnEntries } from '../../own-entries/own-entries.ts';
import type { ClinicRecords } from '../../source/clinic-records.ts';
import { attendancesOf } from '../attendance.ts';
import { made, placed, type Placed, statusOf, whoDied } from '../follow-up-values.ts';
import { admittedStatuses } from '../known-episode.ts';
import { knownEpisodes } from '../known-episodes.ts';
import { planAsWritten } from '../plan-as-written.ts';
import { planOf } from '../plan-of-episode.ts';
import { isOnHold } from '../recomputed-line.ts';
import { addDays, dayAt, daysBetween } from '../site-calendar.ts';
import { hasDisorder, prescribedTo } from '../tallied/discharge-tallies.ts';
import { courseOfMilestones, isAnswered, type Milestone } from './course-of-milestones.ts';
import { milestonesWritten } from './milestones-written.ts';
import { onwardRequests } from './onward-requests.ts';
import { isConsented, underWay } from './under-way.ts';

const looksBack = 395;
const openDays = 30;
const leavingDays = 14;
const closed = ['complete', 'no-contact'];

/** Everybody between two levels of care, by their stay; and how many there are of each kind. */
export function boardValues(
  records: ClinicRecords,
  entries: OwnEntries,
  asOf: number,
): ValuesByName {
  const values: ValuesByName = new Map();
  const sums = {
    ...{ clients: 0, late: 0, missed: 0, leaving: 0, unbooked: 0 },
    ...{ complete: 0, 'no contact': 0 },
  };
  for (const stay of lastStays(records, asOf)) {
    const card = cardOf(stay, { records, entries, asOf });
    if (card === null) continue;
    if (card.stage === 'complete') sums.complete += 1;
    if (card.stage === 'no-contact') sums['no contact'] += 1;
    if (closed.includes(card.stage)) continue;
    sums.clients += 1;
    sums.late += Number(card.values['late'] !== 0);
    sums.missed += Number(card.values['missed'] !== null);
    sums.leaving += Number(card.isLeaving);
    sums.unbooked += Number(card.isLeaving && card.isUnbooked);
    if (stay.episode.lastContact === undefined)
      values.set(`EpisodeOfCare/${stay.episode.id}`, card.values);
  }
  return values.set('all', sums);
}

/** Of each client the one that began last; nobody's who has died. */
function lastStays(records: ClinicRecords, asOf: number): Placed[] {
  const isDead = whoDied(records);
  const begun = knownEpisodes(records, attendancesOf(records))
    .filter(({ status }) => admittedStatuses.includes(status))
    .map((episode) => placed(episode, records, asOf))
    .filter((stay) => admittedOn(stay) <= stay.today)
    .sort((a, b) => admittedOn(b).localeCompare(admittedOn(a)));
  const last = [...Map.groupBy(begun, ({ client }) => client).values()].flatMap(
    ([one]) => one ?? [],
  );
  return last.filter(
    ({ client, ended, today }) =>
      !isDead(client) && (ended === '' || daysBetween(ended, today) < looksBack),
  );
}

const admittedOn = ({ episode }: Placed): string => (episode.period?.start ?? '').slice(0, 10);

interface Known {
  records: ClinicRecords;
  entries: OwnEntries;
  asOf: number;
}

interface Card {
  stage: string;
  values: ComparedValues;
  isLeaving: boolean;
  isUnbooked: boolean;
}

/** `null` of somebody of whom it was told at a follow-up that they died. */
function cardOf(stay: Placed, { records, entries, asOf }: Known): Card | null {
  const { episode, client, zone, today } = stay;
  const ended = stay.ended !== '' && stay.ended <= today ? stay.ended : undefined;
  const tries = ended === undefined ? [] : triesSince(stay, ended, entries, records, asOf);
  if (tries.some(({ ends }) => ends === 'deceased')) return null;
  const planned = plannedEnd(stay, ended ?? today, { records, entries, asOf });
  const referral = underWay(
    onwardRequests(
      { client, started: admittedOn(stay), until: ended ?? today, zone, asOf },
      records,
    ),
  );
  const milestones = courseOfMilestones({
    ...{ today, planned, ended, referral },
    admitted: admittedOn(stay),
    away: isOnHold(episode, today),
    consented: referral !== undefined && isConsented(client, referral.to, today, records),
    medication: medicationOn(stay, records),
    written: milestonesWritten(entries.milestones, episode, asOf),
  });
  const of = (name: string) => milestones.find((one) => one.name === name);
  const [kept, booking] = [of('first-kept'), of('appointment-booked')];
  const missed =
    kept?.status === 'in-progress'
      ? (kept.byHand?.on ?? (referral?.visit?.missed ? referral.visit.on : undefined))
      : undefined;
  const appointment =
    booking?.status === 'done'
      ? ((referral?.booked ? referral.visit?.on : undefined) ?? booking.byHand?.on)
      : undefined;
  const stage = stageOf(milestones, {
    since: ended === undefined ? undefined : daysBetween(ended, today),
    talked: tries.some(({ result }) => result === 'reached' || result === 'declined'),
    awaited: appointment !== undefined && missed === undefined,
    sinceMissed: missed === undefined ? undefined : daysBetween(missed, today),
    followUp: ended === undefined ? undefined : nextFollowUp(ended, today, tries),
  });
  const owed = milestones.filter(({ name }) => isStillOwed(name, stage));
  const next = missingNext(owed);
  const left = ended ?? planned;
  const days = left === undefined ? null : daysBetween(today, left);
  const toByHand = [...milestonesWritten(entries.milestones, episode, asOf).values()]
    .sort((a, b) => a.at - b.at)
    .findLast(({ destination }) => destination !== null)?.destination;
  return {
    stage,
    isLeaving: ended === undefined && days !== null && days >= 0 && days <= leavingDays,
    isUnbooked: ['not-started', 'in-progress'].includes(booking?.status ?? ''),
    values: {
      ...{ stage, days, next: next?.name ?? null, due: next?.due ?? null },
      late: owed.filter(({ late }) => late > 0).length,
      'days late': owed.reduce((sum, { late }) => sum + late, 0),
      destination: referral?.to ?? toByHand ?? null,
      ...{ appointment: appointment ?? null, missed: missed ?? null },
      milestones: milestones.map(({ status }) => status).join(' '),
    },
  };
}

function triesSince(
  { client, zone }: Placed,
  ended: string,
  { followUpTries }: OwnEntries,
  records: ClinicRecords,
  asOf: number,
) {
  return followUpTries
    .filter((one) => one.at <= asOf && records.client(one.client) === client)
    .map((one) => ({ ...one, day: dayAt(one.at, zone) }))
    .filter(({ day }) => day >= ended);
}

function plannedEnd({ episode, client }: Placed, day: string, known: Known): string | undefined {
  const { records, entries, asOf } = known;
  const number = records.named('Patient', client)?.identifier?.[0]?.value;
  const own = entries.plans.filter(({ recordNumber, at }) => recordNumber === number && at <= asOf);
  return planAsWritten(planOf(episode, day, records), own)?.period?.end;
}

/** What is prescribed for a disorder with alcohol or opioids, and since when today is not covered. */
function medicationOn(
  stay: Placed,
  records: ClinicRecords,
): { since: string | undefined } | undefined {
  const { client, today } = stay;
  const started = admittedOn(stay);
  const supplies = prescribedTo({ client, started, there: today }, records);
  if (supplies.length === 0 || !hasDisorder(client, today, records)) return undefined;
  const uncovered = [...Map.groupBy(supplies, ({ drug }) => drug).values()].flatMap((own) => {
    const lasts =
      own
        .map(({ last }) => last ?? '9')
        .sort()
        .at(-1) ?? '9';
    const goesOn = own.some(({ status }) => status === 'active');
    if (!goesOn || lasts >= today) return [];
    const since = addDays(lasts, 1);
    return [since < started ? started : since];
  });
  return { since: uncovered.sort()[0] };
}

/** The one that is open today, else whether one is to come. */
function nextFollowUp(
  ended: string,
  today: string,
  tries: ReturnType<typeof triesSince>,
): 'open' | 'to come' | undefined {
  const all = made.map(({ first, last }) => {
    const [from, to] = [addDays(ended, first), addDays(ended, last)];
    const own = tries.filter(({ day }) => from <= day && day <= to);
    const around = { from, to, today, again: undefined, tries, isDead: false, since: null };
    const status = statusOf(own, around);
    const isOpen = from <= today && today <= to && ['due', 'attempted'].includes(status);
    return isOpen ? 'open' : status === 'not-due' ? 'to come' : undefined;
  });
  return all.find((one) => one === 'open') ?? all.find((one) => one === 'to come');
}

interface Since {
  since: number | undefined;
  talked: boolean;
  awaited: boolean;
  sinceMissed: number | undefined;
  followUp: 'open' | 'to come' | undefined;
}

function stageOf(
  milestones: readonly Milestone[],
  { since, talked, awaited, sinceMissed, followUp }: Since,
): string {
  const status = (name: string) => milestones.find((one) => one.name === name)?.status;
  const is = (name: string) => status(name) === 'done';
  const answered = (name: string) => isAnswered({ status: status(name) ?? 'not-started' });
  if (since !== undefined && since > openDays) {
    if (is('first-kept') || talked) return followUp ? 'following-up' : 'complete';
    if (!awaited && (sinceMissed ?? since) > openDays)
      return followUp === 'open' ? 'following-up' : 'no-contact';
  }
  if (is('first-kept')) return 'first-kept';
  if (is('appointment-booked'))
    return answered('warm-hand-off') && answered('summary-sent') ? 'handed-off' : 'booked';
  if (is('accepted')) return 'accepted';
  return is('referral-sent') ? 'referred' : 'planning';
}

/** Once somebody was seen elsewhere only what we still owe them; of whom is followed up nothing. */
function isStillOwed(name: string, stage: string): boolean {
  if (stage === 'first-kept') return name === 'summary-sent' || name === 'medication';
  return stage !== 'following-up' && !closed.includes(stage);
}

const missingNext = (owed: readonly Milestone[]): Milestone | undefined =>
  owed.find(
    ({ name, status, late }) => name === 'first-kept' && status === 'in-progress' && late > 0,
  ) ??
  owed.find(({ late }) => late > 0) ??
  owed.find((one) => !isAnswered(one));
