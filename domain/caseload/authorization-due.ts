import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { type PayerUnit, payerUnitOf } from '../payer/payer-unit.ts';
import { unitsUsed } from './authorization-units.ts';
import type { ClinicalFacts } from './clinical-facts.ts';
import type { WeekRules } from './payer-week.ts';
import { runOutDay } from './run-out-day.ts';
import { visitsLeft } from './visits-left.ts';

/** Of the payer that agreed to it. */
export type AuthorizationRules = WeekRules &
  Pick<ProgramDefaults, 'authorizationEndDays' | 'authorizationVisits'>;

/** What of an authorization is running out. */
export interface AuthorizationDue {
  recordId: string;
  /** Its last day comes, few visits are left, or the booked sessions use them up. */
  of: 'end' | 'visits' | 'pace';
  endsOn: Day | null;
  /** Visits left; `null` where the payer names none. */
  left: number | null;
  /** Units left, and what one is; `null` where the payer names none. */
  units: { left: number; of: PayerUnit } | null;
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
  rules: AuthorizationRules,
): AuthorizationDue | null {
  // One that has not begun was agreed to ahead of time: nothing of it can be running out.
  if (!last || (last.startsOn ?? '') > today) return null;
  const { recordId, endsOn, units, usedDays } = last;
  const coversDischarge = (until: Day) =>
    plannedEnd !== null && today <= plannedEnd && plannedEnd <= until;
  const isNear = (day: Day | null): day is Day =>
    day !== null && daysBetween(today, day) <= rules.authorizationEndDays;
  const unitsLeft = units === null ? null : Math.max(0, units - unitsUsed(usedDays, rules));
  const days = [usedDays, bookedDays, today, rules] as const;
  const usedUpOn = unitsLeft === null ? null : runOutDay(unitsLeft, ...days);
  const left = unitsLeft === null ? null : visitsLeft(unitsLeft, ...days);
  const due = {
    recordId,
    endsOn,
    left,
    units: unitsLeft === null ? null : { left: unitsLeft, of: payerUnitOf(rules.payerUnit) },
  };

  if (isNear(endsOn) && !coversDischarge(endsOn)) return { ...due, of: 'end', on: endsOn };
  if (left === null || coversDischarge(usedUpOn ?? endsOn ?? today)) return null;
  if (left <= rules.authorizationVisits) return { ...due, of: 'visits', on: usedUpOn ?? endsOn };
  return isNear(usedUpOn) ? { ...due, of: 'pace', on: usedUpOn } : null;
}
