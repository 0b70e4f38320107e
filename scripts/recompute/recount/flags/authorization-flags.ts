import type { ClaimResponse } from 'fhir/r4';
import { addDays, daysBetween, weekdayOf } from '../site-calendar.ts';
import type { Found } from './found.ts';

const daysListed = 7;
const visitsListed = 3;

export interface AuthorizationAsked {
  authorizations: readonly ClaimResponse[];
  admitted: string;
  /** The last day of the plan. */
  plannedEnd: string | undefined;
  today: string;
  /** Days of treatment: those the client came to, and those booked from now on. */
  attendedOn: readonly string[];
  bookedOn: readonly string[];
}

/** Days until what the payer agreed to ends, or the visits that are left of it. */
export function authorizationFlags(asked: AuthorizationAsked): Found[] {
  const due = authorizationDue(asked);
  if (!due) return [];
  return due.visits === null
    ? [['authorization-ends', daysBetween(asked.today, due.on ?? asked.today)]]
    : [['authorization-units', due.visits]];
}

/** The day after which nothing is paid for; and the visits left, where those are what lists it. */
export function authorizationDue(
  asked: AuthorizationAsked,
): { on: string | null; visits: number | null } | null {
  const { admitted, today, bookedOn, plannedEnd } = asked;
  const last = lastOf(asked);
  const { start, end } = last?.preAuthPeriod ?? {};
  if (!last || (start ?? '') > today) return null;
  const silenced = (until: string): boolean =>
    plannedEnd !== undefined && today <= plannedEnd && plannedEnd <= until;
  const used = [...new Set(asked.attendedOn.filter((day) => day >= (start ?? admitted)))].sort();
  const units = unitsOf(last);
  const left = units === null ? null : Math.max(0, units - used.length);

  if (end !== undefined && !silenced(end) && daysBetween(today, end) <= daysListed)
    return { on: end, visits: null };
  if (left === null) return null;
  const usedUp = dayOfLastUnit(left, used, bookedOn, today);
  if (silenced(usedUp ?? end ?? today)) return null;
  if (left <= visitsListed) return { on: usedUp ?? end ?? null, visits: left };
  if (usedUp === null || daysBetween(today, usedUp) > daysListed) return null;
  return { on: usedUp, visits: null };
}

/** The one that lasts longest; an end that nobody named lasts. */
function lastOf({ authorizations, admitted, today }: AuthorizationAsked) {
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

/**
 * The booked day that takes the last unit; beyond what is booked, the payer's weeks go on as this one:
 * Sunday to Saturday.
 */
function dayOfLastUnit(
  left: number,
  used: readonly string[],
  bookedOn: readonly string[],
  today: string,
): string | null {
  if (left === 0) return used.at(-1) ?? today;
  const ahead = [...new Set(bookedOn)].filter((day) => !used.includes(day)).sort();
  if (ahead.length >= left) return ahead[left - 1] ?? null;
  const inThisWeek = [...used, ...ahead].filter((day) => saturdayOf(day) === saturdayOf(today));
  if (inThisWeek.length === 0) return null;
  const weeks = Math.ceil((left - ahead.length) / inThisWeek.length);
  return addDays(saturdayOf(ahead.at(-1) ?? today), 7 * weeks);
}

/** Of the week from Sunday on. */
const saturdayOf = (day: string): string => addDays(day, 6 - ((weekdayOf(day) + 1) % 7));
