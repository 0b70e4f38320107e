import type { ClaimResponse } from 'fhir/r4';
import type { PayerRules } from '../payer-rules.ts';
import { addDays, daysBetween, weekdayOf } from '../site-calendar.ts';
import type { Found } from './found.ts';

const daysListed = 7;

export interface AuthorizationAsked {
  /** The one that lasts longest, if the payer agreed to any. */
  last: ClaimResponse | undefined;
  admitted: string;
  /** The last day of the plan. */
  plannedEnd: string | undefined;
  today: string;
  /** Sessions of treatment: those the client came to, and those booked from now on. */
  attended: readonly Held[];
  booked: readonly Held[];
  rules: PayerRules;
}

export interface Held {
  day: string;
  minutes: number;
}

/** Days until what the payer agreed to ends, or the visits that are left of it. */
export function authorizationFlags(asked: AuthorizationAsked): Found[] {
  const due = authorizationDue(asked);
  if (!due) return [];
  return due.visits === null
    ? [['authorization-ends', daysBetween(asked.today, due.on ?? asked.today)]]
    : [['authorization-units', due.visits]];
}

/** Units of the days since it began; `null` where the payer agreed to nothing. */
export function unitsUsed({ last, admitted, attended, rules }: AuthorizationAsked): number | null {
  if (!last) return null;
  const since = last.preAuthPeriod?.start ?? admitted;
  const had = byDay(attended.filter(({ day }) => day >= since));
  return [...had.values()].reduce((sum, minutes) => sum + takenBy(minutes, rules), 0);
}

/** The day after which nothing is paid for; and the visits left, where those are what lists it. */
export function authorizationDue(
  asked: AuthorizationAsked,
): { on: string | null; visits: number | null } | null {
  const { last, admitted, today, plannedEnd, rules } = asked;
  const { start, end } = last?.preAuthPeriod ?? {};
  if (!last || (start ?? '') > today) return null;
  const silenced = (until: string): boolean =>
    plannedEnd !== undefined && today <= plannedEnd && plannedEnd <= until;
  const had = byDay(asked.attended.filter(({ day }) => day >= (start ?? admitted)));
  const used = [...had].map(([day, minutes]) => ({ day, takes: takenBy(minutes, rules) }));
  const units = unitsOf(last);
  const left = units === null ? null : Math.max(0, units - total(used));

  if (end !== undefined && !silenced(end) && daysBetween(today, end) <= daysListed)
    return { on: end, visits: null };
  if (left === null) return null;
  const ahead = stillToTake(had, byDay(asked.booked), rules);
  const now = saturdayOf(today, rules);
  const thisWeek = [...used, ...ahead].filter(
    ({ day, takes }) => takes > 0 && saturdayOf(day, rules) === now,
  );
  const usedUp =
    left === 0
      ? (used
          .map(({ day }) => day)
          .sort()
          .at(-1) ?? today)
      : dayOfLastUnit(left, ahead, total(thisWeek), now, rules);
  if (silenced(usedUp ?? end ?? today)) return null;
  const visits = visitsPaidFor(left, had, ahead, thisWeek, rules);
  if (visits <= rules.authorizationVisits) return { on: usedUp ?? end ?? null, visits };
  if (usedUp === null || daysBetween(today, usedUp) > daysListed) return null;
  return { on: usedUp, visits: null };
}

/** Of those agreed to the one that lasts longest; an end that nobody named lasts. */
export function lastAuthorization(
  authorizations: readonly ClaimResponse[],
  admitted: string,
  today: string,
): ClaimResponse | undefined {
  const known = authorizations
    .filter(({ created }) => (created?.slice(0, 10) ?? today) <= today)
    .filter(({ preAuthPeriod }) => (preAuthPeriod?.end ?? today) >= admitted);
  const endOf = ({ preAuthPeriod }: ClaimResponse) => preAuthPeriod?.end ?? '9';
  const startOf = ({ preAuthPeriod }: ClaimResponse) => preAuthPeriod?.start ?? '';
  return known.sort(
    (a, b) => endOf(a).localeCompare(endOf(b)) || startOf(a).localeCompare(startOf(b)),
  )[known.length - 1];
}

function unitsOf({ item, addItem }: ClaimResponse): number | null {
  const benefits = [...(item ?? []), ...(addItem ?? [])]
    .flatMap(({ adjudication }) => adjudication ?? [])
    .filter(({ category }) => (category.coding ?? []).some(({ code }) => code === 'benefit'))
    .flatMap(({ value }) => value ?? []);
  return benefits.length === 0 ? null : benefits.reduce((sum, value) => sum + value, 0);
}

interface Taking {
  day: string;
  takes: number;
}

const total = (days: readonly Taking[]): number => days.reduce((sum, { takes }) => sum + takes, 0);

function byDay(held: readonly Held[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const { day, minutes } of held) days.set(day, (days.get(day) ?? 0) + minutes);
  return days;
}

/** Units of a day: 1 by the day; 1 or 2 halves; or hours that are full. */
function takenBy(minutes: number, { payerUnit, payerDayMinutes }: PayerRules): number {
  if (payerUnit === 3) return (minutes - (minutes % 60)) / 60;
  return payerUnit === 2 && minutes >= payerDayMinutes ? 2 : 1;
}

/** In order; on a day that was begun, what is booked adds to what was had. */
function stillToTake(
  had: ReadonlyMap<string, number>,
  booked: ReadonlyMap<string, number>,
  rules: PayerRules,
): Taking[] {
  return [...booked]
    .map(([day, minutes]) => {
      const before = had.get(day);
      const taken = before === undefined ? 0 : takenBy(before, rules);
      return { day, takes: takenBy(minutes + (before ?? 0), rules) - taken };
    })
    .filter(({ takes }) => takes > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The booked day that takes the last unit; beyond what is booked, the payer's weeks go on as this one. */
function dayOfLastUnit(
  left: number,
  ahead: readonly Taking[],
  inThisWeek: number,
  now: string,
  rules: PayerRules,
): string | null {
  const last = ahead.findIndex((_, index) => total(ahead.slice(0, index + 1)) >= left);
  if (last >= 0) return ahead[last]?.day ?? null;
  if (inThisWeek === 0) return null;
  const weeks = Math.ceil((left - total(ahead)) / inThisWeek);
  const booked = ahead.at(-1)?.day;
  return addDays(booked === undefined ? now : saturdayOf(booked, rules), 7 * weeks);
}

/** Whole days that are paid for: the booked ones first, then days as long as those of this week. */
function visitsPaidFor(
  left: number,
  had: ReadonlyMap<string, number>,
  ahead: readonly Taking[],
  thisWeek: readonly Taking[],
  rules: PayerRules,
): number {
  const short = ahead.findIndex((_, index) => total(ahead.slice(0, index + 1)) > left);
  const paid = short < 0 ? ahead : ahead.slice(0, short);
  const visits = paid.filter(({ day }) => !had.has(day)).length;
  if (short >= 0) return visits;
  const rest = left - total(ahead);
  const days = new Set(thisWeek.map(({ day }) => day)).size;
  if (days > 0) return visits + Math.floor((rest * days) / total(thisWeek));
  return visits + Math.floor(rest / Math.max(1, takenBy(rules.payerDayMinutes, rules)));
}

/** The last day of the payer's week. */
function saturdayOf(day: string, { payerWeekStartsOn }: PayerRules): string {
  const since = (weekdayOf(day) + 1 - payerWeekStartsOn + 7) % 7;
  return addDays(day, 6 - since);
}
