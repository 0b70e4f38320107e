import type { Day } from '../calendar/calendar-day.ts';
import { daysAhead, unitsOf } from './authorization-units.ts';
import type { TreatmentDay } from './clinical-facts.ts';
import { paceOf, type WeekRules } from './payer-week.ts';

/**
 * How many more days of treatment the units pay for in whole: the booked ones, in order; then days like
 * those of the payer’s current week, or, where it has none, such as the payer asks of a day.
 */
export function visitsLeft(
  unitsLeft: number,
  usedDays: readonly TreatmentDay[],
  bookedDays: readonly TreatmentDay[],
  today: Day,
  rules: WeekRules,
): number {
  let left = unitsLeft;
  let visits = 0;
  for (const { units, begun } of daysAhead(usedDays, bookedDays, rules)) {
    if (units > left) return visits;
    left -= units;
    visits += begun ? 0 : 1;
  }
  const pace = paceOf(usedDays, bookedDays, today, rules);
  const { days, units } =
    pace.units > 0 ? pace : { days: 1, units: Math.max(1, unitsOf(rules.payerDayMinutes, rules)) };
  return visits + Math.floor((left * days) / units);
}
