import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { ClinicalFacts } from './clinical-facts.ts';
import { runOutDay } from './run-out-day.ts';

type Rules = Pick<
  ProgramDefaults,
  'authorizationEndDays' | 'authorizationVisits' | 'payerWeekStartsOn'
>;

/** What of an authorization is running out. */
export interface AuthorizationDue {
  recordId: string;
  /** Its last day comes, few visits are left, or the booked sessions use them up. */
  of: 'end' | 'visits' | 'pace';
  endsOn: Day | null;
  /** Visits left; `null` where the payer names none. */
  left: number | null;
  /** The day after which nothing is paid for; `null` where there is no pace to tell it by. */
  on: Day | null;
}

/**
 * The last authorization, if it ends or is used up within days and before the planned discharge; else
 * `null`. An end that nobody knows is not one that has passed.
 */
export function authorizationDue(
  { authorization: last, bookedDays }: Pick<ClinicalFacts, 'authorization' | 'bookedDays'>,
  plannedEnd: Day | null,
  today: Day,
  rules: Rules,
): AuthorizationDue | null {
  // One that has not begun was agreed to ahead of time: nothing of it can be running out.
  if (!last || (last.startsOn ?? '') > today) return null;
  const { recordId, endsOn, units, usedDays } = last;
  const coversDischarge = (until: Day) =>
    plannedEnd !== null && today <= plannedEnd && plannedEnd <= until;
  const isNear = (day: Day | null): day is Day =>
    day !== null && daysBetween(today, day) <= rules.authorizationEndDays;
  const left = units === null ? null : Math.max(0, units - usedDays.length);
  const usedUpOn = left === null ? null : runOutDay(left, usedDays, bookedDays, today, rules);
  const due = { recordId, endsOn, left };

  if (isNear(endsOn) && !coversDischarge(endsOn)) return { ...due, of: 'end', on: endsOn };
  if (left === null || coversDischarge(usedUpOn ?? endsOn ?? today)) return null;
  if (left <= rules.authorizationVisits) return { ...due, of: 'visits', on: usedUpOn ?? endsOn };
  return isNear(usedUpOn) ? { ...due, of: 'pace', on: usedUpOn } : null;
}
