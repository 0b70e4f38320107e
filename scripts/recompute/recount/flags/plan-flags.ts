import type { CarePlan } from 'fhir/r4';
import { minutesOn } from '../prescribed-minutes.ts';
import { daysBetween } from '../site-calendar.ts';
import type { Found } from './found.ts';

const daysListed = 7;
const adult = 18;

/** Days until the plan ends. */
export function reviewFlags(plan: CarePlan | undefined, today: string): Found[] {
  const end = plan?.period?.end;
  if (end === undefined || daysBetween(today, end) > daysListed) return [];
  return [['plan-review', daysBetween(today, end)]];
}

/** Minutes a week of today's phase, where level 2.1 asks for more: 9 hours of adults, 6 of adolescents. */
export function doseFlags(
  plan: CarePlan | undefined,
  level: string | null,
  birthDate: string | undefined,
  today: string,
): Found[] {
  const minutes = plan ? minutesOn(plan, today) : null;
  const least = levelMinimum(level, birthDate, today);
  return minutes === null || least === null || minutes >= least
    ? []
    : [['dose-below-level', minutes]];
}

/** In minutes a week; `null` of a level that has none. */
export function levelMinimum(
  level: string | null,
  birthDate: string | undefined,
  today: string,
): number | null {
  if (level !== '2.1') return null;
  const isAdult =
    birthDate !== undefined && `${+today.slice(0, 4) - adult}${today.slice(4)}` >= birthDate;
  return isAdult ? 540 : 360;
}
