import { addDays, type Day, daysBetween, localTime } from '../calendar/calendar-day.ts';
import { type ContactAttempt, isNotReached, isTwoWay } from '../outreach/contact-attempt.ts';
import type { ContactMode } from '../outreach/contact.contract.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { type FollowUpDay, type FollowUpRules, followUpsMade } from './follow-up-days.ts';
import type { FollowUpEnd } from './follow-up-said.contract.ts';

export const FOLLOW_UP_STATUSES = [
  'not-due',
  'due',
  'attempted',
  'unreachable',
  'not-made',
  'not-known',
  'reached',
  'declined',
  'withdrawn',
  'readmitted',
  'deceased',
] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** A contact of the log since discharge, as it stands. */
export interface FollowUpContact extends ContactAttempt {
  id: string;
  nextStepOn: Day | null;
  ends: FollowUpEnd | null;
}

export interface FollowUpFacts {
  /** Milliseconds. */
  asOf: number;
  timeZone: string;
  /** The day of discharge: the first one after the episode. */
  endedOn: Day;
  /** In care again from that day on. */
  readmittedOn: Day | null;
  /** The first day on which anything was logged here: of a window before it nobody knows. `null`: nothing yet. */
  loggedSince: Day | null;
  /** By the record, which seldom says since when. */
  isDeceased: boolean;
  contacts: readonly FollowUpContact[];
}

export type ReachRules = FollowUpRules &
  Pick<ProgramDefaults, 'notReachedAttempts' | 'notReachedModes'>;

/** One follow-up of one discharge, as at a day. */
export interface FollowUp {
  id: string;
  name: string;
  due: Day;
  /** The first and the last day of its window. */
  from: Day;
  to: Day;
  status: FollowUpStatus;
  /** Somebody is to try, today. */
  isOpen: boolean;
  /** Of the window, those that nobody answered. */
  tries: number;
  modes: ContactMode[];
  /** Of the window, oldest first. */
  contactIds: string[];
  /** When it is to be tried: the day that was agreed on with the last try, else the day it is due. */
  tryOn: Day;
  /** 0: not late, or nothing is to be done. */
  lateDays: number;
}

/** Every follow-up of a discharge that the program makes: of contacts and records alone, and so always the same. */
export function followUps(facts: FollowUpFacts, rules: ReachRules): FollowUp[] {
  const { asOf, timeZone, contacts, endedOn, readmittedOn, loggedSince } = facts;
  const today = localTime(asOf, timeZone).day;
  const since = [...new Map(contacts.map((contact) => [contact.id, contact])).values()]
    .filter(({ at }) => at <= asOf)
    .map((contact) => ({ ...contact, day: localTime(contact.at, timeZone).day }))
    // Whoever is in care again is met there: a talk then is no follow-up.
    .filter(({ day }) => day >= endedOn && (readmittedOn === null || day < readmittedOn))
    .toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  const stop = stopOf(facts, since);
  return followUpsMade(rules).map((one) =>
    followUpOf(one, { since, stop, today, endedOn, loggedSince, rules }),
  );
}

type Dated = FollowUpContact & { day: Day };

interface Known {
  since: readonly Dated[];
  stop: Stop | null;
  today: Day;
  endedOn: Day;
  loggedSince: Day | null;
  rules: ReachRules;
}

function followUpOf({ id, name, days, before, after }: FollowUpDay, known: Known): FollowUp {
  const due = addDays(known.endedOn, days);
  const [from, to] = [addDays(due, -before), addDays(due, after)];
  const own = known.since.filter(({ day }) => from <= day && day <= to);
  const tries = own.filter((contact) => !isTwoWay(contact));
  const status = statusOf({ from, to }, own, known);
  const isOpen =
    status === 'due' || (status === 'attempted' && from <= known.today && known.today <= to);
  const agreed = own.at(-1)?.nextStepOn ?? null;
  const tryOn = agreed !== null && from <= agreed && agreed <= to ? agreed : due;
  return {
    ...{ id, name, due, from, to, status, isOpen },
    tries: tries.length,
    modes: [...new Set(tries.map(({ mode }) => mode))],
    contactIds: own.map((contact) => contact.id),
    tryOn,
    lateDays: isOpen ? Math.max(0, daysBetween(tryOn, known.today)) : 0,
  };
}

function statusOf(
  { from, to }: Pick<FollowUp, 'from' | 'to'>,
  own: readonly Dated[],
  { stop, today, loggedSince, rules }: Known,
): FollowUpStatus {
  if (own.some(({ result }) => result === 'reached')) return 'reached';
  if (stop && (stop.on === null || stop.on <= to)) return stop.status;
  if (own.some(({ result }) => result === 'declined')) return 'declined';
  if (today < from) return 'not-due';
  if (isNotReached(own, rules)) return 'unreachable';
  if (own.length > 0) return 'attempted';
  if (today <= to) return 'due';
  return loggedSince === null || to < loggedSince ? 'not-known' : 'not-made';
}

/** What ends all of them from a day on; `null`: the record does not say since when. */
interface Stop {
  status: 'deceased' | 'withdrawn' | 'readmitted';
  on: Day | null;
}

function stopOf(
  { isDeceased, readmittedOn, asOf, timeZone }: FollowUpFacts,
  since: readonly Dated[],
): Stop | null {
  if (isDeceased) return { status: 'deceased', on: null };
  const told = since.flatMap(({ ends, day }): (Stop & { on: Day })[] =>
    ends ? [{ status: ends === 'deceased' ? 'deceased' : 'withdrawn', on: day }] : [],
  );
  const isBack = readmittedOn !== null && readmittedOn <= localTime(asOf, timeZone).day;
  const back = isBack ? [{ status: 'readmitted' as const, on: readmittedOn }] : [];
  const [first] = [...told, ...back].toSorted((a, b) => a.on.localeCompare(b.on));
  return first ?? null;
}

/** What is to be done next of them: the one that is open, else the first to come; `null`: none is left. */
export const nextFollowUp = (all: readonly FollowUp[]): FollowUp | null =>
  all.find(({ isOpen }) => isOpen) ?? all.find(({ status }) => status === 'not-due') ?? null;

const LEFT_OUT: ReadonlySet<FollowUpStatus> = new Set(['deceased', 'withdrawn', 'readmitted']);

/** Why it is not counted, or as what: only once its window is over does anybody know how it went. */
export type FollowUpCounted = 'still-open' | 'left-out' | 'not-known' | 'reached' | 'not-reached';

export function followUpCounted({ status, to }: FollowUp, today: Day): FollowUpCounted {
  if (today <= to) return 'still-open';
  if (LEFT_OUT.has(status)) return 'left-out';
  if (status === 'not-known') return status;
  return status === 'reached' ? 'reached' : 'not-reached';
}
