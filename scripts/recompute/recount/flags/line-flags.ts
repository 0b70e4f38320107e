import type { CarePlan } from 'fhir/r4';
import type { ComparedValues } from '../../compared-values.ts';
import type { Attendance } from '../attendance.ts';
import type { ClinicalRecord } from '../clinical-record.ts';
import { levelOf } from '../episode-values.ts';
import type { OwnPayerRule } from '../../own-entries/own-entries.ts';
import type { KnownEpisode } from '../known-episode.ts';
import { payerOn, payerRulesOn } from '../payer-rules.ts';
import type { ScoreOfDay } from '../score-values.ts';
import { dayAt } from '../site-calendar.ts';
import {
  type AuthorizationAsked,
  authorizationFlags,
  lastAuthorization,
} from './authorization-flags.ts';
import type { Found } from './found.ts';
import { medicationFlags } from './medication-flags.ts';
import { doseFlags, reviewFlags } from './plan-flags.ts';
import { changeFlags, safetyFlags } from './score-flags.ts';
import { holdFlags, newFlags } from './stay-flags.ts';
import { testFlags } from './test-flags.ts';

export interface FlagFacts {
  episode: KnownEpisode;
  record: ClinicalRecord;
  plan: CarePlan | undefined;
  /** All of the client's. */
  sessions: readonly Attendance[];
  timeZone: string;
  prescribers: ReadonlySet<string>;
  payerRules: readonly OwnPayerRule[];
  handedOver: number | null;
  isSettled: (score: ScoreOfDay) => boolean;
  /** Of the line itself. */
  onHold: boolean;
  misses: number;
  daysSinceSeen: number;
  missing: number | null;
  unrecorded: number;
  contradicted: number;
}

const attended = ['attended', 'attended-late', 'left-early'];
const treatment = ['group', 'individual', 'family', 'skills'];
const daysAhead = 21;

/** Of every rule that is met the numbers, smallest first; and in which group the line stands. */
export function flagValues(facts: FlagFacts, asOf: number): ComparedValues {
  const found = facts.onHold ? ofOneAway(facts, asOf) : ofOneHere(facts, asOf);
  const byRule = Map.groupBy(found, ([rule]) => rule);
  return {
    urgency: urgencyOf(found, facts.onHold),
    ...Object.fromEntries(
      [...byRule].map(([rule, flags]) => [
        `flag ${rule}`,
        flags
          .map(([, value]) => value)
          .sort((a, b) => a - b)
          .join(' '),
      ]),
    ),
  };
}

/** Of what waits for the return, nothing is said. */
function ofOneAway(facts: FlagFacts, asOf: number): Found[] {
  const today = dayAt(asOf, facts.timeZone);
  return [
    ...safetyFlags(scoresSoFar(facts, today)),
    ...holdFlags(facts.episode, today),
    ...openFlags(facts),
  ];
}

function ofOneHere(facts: FlagFacts, asOf: number): Found[] {
  const { episode, record, plan, sessions, timeZone } = facts;
  const today = dayAt(asOf, timeZone);
  const scores = scoresSoFar(facts, today);
  const ahead = aheadOf(sessions, asOf);
  const [visitOn] = ahead
    .filter(({ leader }) => facts.prescribers.has(leader?.reference ?? ''))
    .map(dayOf)
    .sort();
  return [
    ...safetyFlags(scores),
    ...changeFlags(scoresOfStay(facts, today)),
    ...testFlags(record.specimens, today),
    ...medicationFlags({ ...record, today, visitOn }),
    ...authorizationFlags(authorizationAsked(facts, asOf)),
    ...holdFlags(episode, today),
    ...newFlags(episode, record.episodes, facts.handedOver, today, timeZone),
    ...reviewFlags(plan, today),
    ...doseFlags(plan, levelOf(episode).level, record.birthDate, today),
    ...absenceFlags(facts),
    ...openFlags(facts),
  ];
}

const dayOf = ({ start, zone }: Attendance): string => dayAt(start, zone);

/** Still to come within weeks, and the client is expected. */
const aheadOf = (sessions: readonly Attendance[], asOf: number): Attendance[] =>
  sessions
    .filter(({ walkIn, waitlisted }) => !walkIn && !waitlisted)
    .filter(({ start }) => start > asOf && start < asOf + daysAhead * 86_400_000)
    .filter(({ outcome }) => outcome === null || attended.includes(outcome));

/** What its authorization is looked at by. */
export function authorizationAsked(
  {
    episode,
    record,
    plan,
    sessions,
    timeZone,
    payerRules,
  }: Pick<FlagFacts, 'episode' | 'record' | 'plan' | 'sessions' | 'timeZone' | 'payerRules'>,
  asOf: number,
): AuthorizationAsked {
  const ofTreatment = ({ kind }: Attendance) => treatment.includes(kind);
  const today = dayAt(asOf, timeZone);
  const admitted = episode.period?.start ?? '';
  const last = lastAuthorization(record.authorizations, admitted, today);
  const under = last?.insurance?.[0]?.coverage.reference?.split('/').at(-1);
  const payer =
    record.coverages.find(({ id }) => id === under)?.payor[0]?.display ??
    payerOn(record.coverages, today);
  return {
    last,
    admitted,
    plannedEnd: plan?.period?.end,
    today,
    attended: sessions
      .filter(ofTreatment)
      .filter(({ start, outcome }) => start <= asOf && attended.includes(outcome ?? ''))
      .map((one) => ({ day: dayOf(one), minutes: one.recordedMinutes ?? one.scheduledMinutes })),
    booked: aheadOf(sessions, asOf)
      .filter(ofTreatment)
      .map((one) => ({ day: dayOf(one), minutes: one.scheduledMinutes })),
    rules: payerRulesOn(payerRules, payer, today),
  };
}

const scoresSoFar = ({ record, isSettled }: FlagFacts, today: string) => ({
  today,
  isSettled,
  scores: record.scores.filter(({ day }) => day <= today),
});

/** A change is one within the stay. */
const scoresOfStay = (facts: FlagFacts, today: string) => {
  const soFar = scoresSoFar(facts, today);
  const admitted = facts.episode.period?.start ?? '';
  return { ...soFar, scores: soFar.scores.filter(({ day }) => day >= admitted) };
};

function absenceFlags({ misses, daysSinceSeen, missing }: FlagFacts): Found[] {
  const found: Found[] = [];
  if (misses > 0) found.push([misses >= 2 ? 'consecutive-misses' : 'missed-last', misses]);
  if (daysSinceSeen >= 7) found.push(['not-seen', daysSinceSeen]);
  if (missing !== null && missing >= 30) found.push(['hours-short', missing]);
  return found;
}

/** Whatever the client does, these are open. */
function openFlags({ episode, unrecorded, contradicted }: FlagFacts): Found[] {
  const found: Found[] = contradicted > 0 ? [['source-differs', contradicted]] : [];
  if (unrecorded > 0) found.push(['not-recorded', unrecorded]);
  return episode.careManager ? found : [...found, ['no-counselor', 0]];
}

const forToday: readonly string[] = [
  'safety-answer',
  'consecutive-misses',
  'not-seen',
  'unexpected-test',
];

function urgencyOf(found: readonly Found[], onHold: boolean): string {
  if (found.some(([rule]) => rule === 'safety-answer')) return 'act-today';
  if (onHold) return 'away';
  const isForToday = ([rule, value]: Found): boolean =>
    forToday.includes(rule) ||
    (rule === 'authorization-ends' && value <= 3) ||
    (rule === 'authorization-units' && value === 0) ||
    (rule === 'opioid-medication' && value <= 0);
  if (found.some(isForToday)) return 'act-today';
  return found.some(([rule]) => rule !== 'score-better') ? 'this-week' : 'on-course';
}
