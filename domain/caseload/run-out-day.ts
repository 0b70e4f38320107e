import { addDays, type Day } from '../calendar/calendar-day.ts';
import { daysAhead } from './authorization-units.ts';
import type { TreatmentDay } from './clinical-facts.ts';
import { paceOf, payerWeek, type WeekRules } from './payer-week.ts';

/**
 * The day on which the last unit of an authorization will be used, in the order of the booked days.
 * Where these do not use all, the weeks go on at the pace of the payer’s current week; `null` where that
 * week has no day, so that there is no pace to go by.
 */
export function runOutDay(
  unitsLeft: number,
  usedDays: readonly TreatmentDay[],
  bookedDays: readonly TreatmentDay[],
  today: Day,
  rules: WeekRules,
): Day | null {
  if (unitsLeft <= 0) return lastOf(usedDays) ?? today;
  const ahead = daysAhead(usedDays, bookedDays, rules);
  let left = unitsLeft;
  for (const { day, units } of ahead) {
    left -= units;
    if (left <= 0) return day;
  }
  const pace = paceOf(usedDays, bookedDays, today, rules);
  if (pace.units === 0) return null;
  // Counted on from the week after the last one in which something is booked.
  const lastWeek = payerWeek(lastOf(ahead) ?? today, rules);
  return addDays(lastWeek, 7 * Math.ceil(left / pace.units) + 6);
}

const lastOf = (days: readonly { day: Day }[]): Day | undefined =>
  days
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
