import {
  isAttended,
  countsInDenominator,
  type AttendanceStatus,
} from '../attendance/attendance-status.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { addDays, type Day } from '../calendar/calendar-day.ts';
import { noOpenRisk } from './level-review.ts';
import type { Criterion } from './plan.contract.ts';

/** What is looked at of a client's records, up to today. */
export interface CriteriaFacts {
  today: Day;
  /** Monday of this week, which is not over. */
  monday: Day;
  /** Booked sessions of the episode. */
  sessions: readonly { monday: Day; status: string; recordId: string }[];
  /** Safety signals that nobody has assessed, and safety notices in force. */
  risks: readonly { words: string; recordIds: readonly string[] }[];
  goals: readonly { achievement: string | null; recordId: string }[];
  specimens: readonly {
    collectedOn: Day;
    state: string;
    unexpected: boolean;
    recordIds: readonly string[];
  }[];
  /** To what comes after. */
  referrals: readonly { step: string | null; booked: Day | null; recordId: string }[];
  /** Who stands by the client and may, by consent, be told. */
  supports: readonly { recordId: string }[];
}

export interface CriteriaRules {
  /** Share of sessions attended over the two last full weeks, of 1. */
  phaseAttendance: number;
  /** Days without an unexpected result. */
  phaseTestDays: number;
}

const WEEKS = 2;
/** HL7 goal-achievement on the way to the goal, or there. */
const IMPROVING = new Set(['improving', 'achieved', 'sustaining']);
/** Nobody can say yet, or any more, whether the client missed it. */
const OPEN = new Set(['unrecorded', 'awaiting-record', 'cancelled-unknown']);

/**
 * The criteria for what follows a phase of treatment at level 2.1 (program default: typical phases of
 * intensive outpatient programs), each met, not met, or resting on too few records. `phase` of `phases`
 * is the one that the client is in; the last one leads to discharge. Nothing is decided here.
 */
export function phaseCriteria(
  phase: number,
  phases: number,
  facts: CriteriaFacts,
  rules: CriteriaRules,
): Criterion[] {
  if (phase >= phases) return [aftercareBooked(facts), supportsNamed(facts)];
  if (phase === 1) return [attendance(facts, rules), NO_SIGNED_PLAN, noOpenRisk(facts.risks)];
  return [goalsImproving(facts), noUnexpectedResult(facts, rules), NO_PREVENTION_PLAN];
}

function attendance(
  { sessions, monday }: CriteriaFacts,
  { phaseAttendance }: CriteriaRules,
): Criterion {
  const since = addDays(monday, -7 * WEEKS);
  const own = sessions.filter((session) => session.monday >= since && session.monday < monday);
  const counted = own.filter(({ status }) => countsInDenominator(status as AttendanceStatus));
  const attended = counted.filter(({ status }) => isAttended(status as AttendanceStatus)).length;
  const open = own.filter(({ status }) => OPEN.has(status));
  const percent = `${Math.round(phaseAttendance * 100)}%`;
  const words = `Attended ${percent} or more, ${WEEKS} weeks`;
  const base = { id: 'attendance', words };
  if (counted.length === 0)
    return { ...base, state: 'not-enough-records', evidence: 'no session counted', recordIds: [] };
  const found = `${attended} of ${counted.length} sessions`;
  if (open.length > 0)
    return {
      ...base,
      state: 'not-enough-records',
      evidence: `${found}, ${open.length} not recorded`,
      recordIds: open.map(({ recordId }) => recordId),
    };
  const isMet = attended / counted.length >= phaseAttendance;
  return { ...base, state: isMet ? 'met' : 'not-met', evidence: found, recordIds: [] };
}

function goalsImproving({ goals }: CriteriaFacts): Criterion {
  const judged = goals.filter(({ achievement }) => achievement !== null);
  const improving = judged.filter(({ achievement }) => IMPROVING.has(achievement ?? ''));
  const base = {
    id: 'goals',
    words: 'Goals improving',
    recordIds: judged.map(({ recordId }) => recordId),
  };
  if (judged.length === 0)
    return { ...base, state: 'not-enough-records', evidence: 'no goal was judged' };
  // Most of them: a goal that is not within reach yet keeps nobody in a phase.
  const isMet = improving.length * 2 > judged.length;
  const evidence = `${improving.length} of ${judged.length} goals`;
  return { ...base, state: isMet ? 'met' : 'not-met', evidence };
}

function noUnexpectedResult(
  { specimens, today }: CriteriaFacts,
  { phaseTestDays }: CriteriaRules,
): Criterion {
  const since = addDays(today, -phaseTestDays);
  const own = specimens.filter(({ collectedOn }) => collectedOn > since && collectedOn <= today);
  const valid = own.filter(({ state }) => state === 'reported');
  const unexpected = valid.filter((specimen) => specimen.unexpected);
  const base = { id: 'tests', words: `No unexpected result, ${phaseTestDays} days` };
  const [last] = unexpected.toSorted((a, b) => b.collectedOn.localeCompare(a.collectedOn));
  if (last)
    return {
      ...base,
      state: 'not-met',
      evidence: `last ${calendarDayInWords(last.collectedOn, today)}`,
      recordIds: [...last.recordIds],
    };
  const others = Map.groupBy(
    own.filter(({ state }) => state !== 'reported'),
    ({ state }) => state,
  );
  const said = [...others].map(([state, of]) => `${of.length} ${state}`);
  // One valid result is little; with others that gave none it is not enough to say so.
  const isEnough = valid.length > 0 && said.length === 0;
  return {
    ...base,
    state: isEnough ? 'met' : 'not-enough-records',
    evidence: [`${valid.length} valid`, ...said].join(', '),
    recordIds: own.flatMap(({ recordIds }) => recordIds),
  };
}

/** An appointment is the program's task: the client is not kept back by what the program has not done. */
function aftercareBooked({ referrals, today }: CriteriaFacts): Criterion {
  const booked = referrals.find((referral) => referral.booked !== null);
  const base = { id: 'aftercare', words: 'Aftercare appointment booked, the program’s task' };
  if (booked?.booked)
    return {
      ...base,
      state: 'met',
      evidence: calendarDayInWords(booked.booked, today),
      recordIds: [booked.recordId],
    };
  const [sent] = referrals;
  return {
    ...base,
    state: 'not-met',
    evidence: sent ? `referral ${sent.step ?? 'sent'}, nothing booked` : 'no referral sent',
    recordIds: sent ? [sent.recordId] : [],
  };
}

function supportsNamed({ supports }: CriteriaFacts): Criterion {
  return {
    id: 'supports',
    words: 'Supports named, with consent',
    state: supports.length > 0 ? 'met' : 'not-met',
    evidence: supports.length > 0 ? `${supports.length} on record` : 'nobody with a consent',
    recordIds: supports.map(({ recordId }) => recordId),
  };
}

/** Documents that no source is read for: not known is neither met nor missing. */
const NO_SIGNED_PLAN: Criterion = {
  id: 'plan-signed',
  words: 'Plan signed',
  state: 'not-enough-records',
  evidence: 'signatures are not read from the source',
  recordIds: [],
};
const NO_PREVENTION_PLAN: Criterion = {
  id: 'prevention-plan',
  words: 'Relapse-prevention plan drafted',
  state: 'not-enough-records',
  evidence: 'plans in writing are not read from the source',
  recordIds: [],
};
