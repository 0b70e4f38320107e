import { addDays, type Day, localTime } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { daysAhead, type UnitRules, unitsOf } from './authorization-units.ts';
import type { TreatmentDay } from './clinical-facts.ts';

export type WeekRules = UnitRules & Pick<ProgramDefaults, 'payerWeekStartsOn'>;

/** The first day of the payer’s week that a day lies in. */
export function payerWeek(day: Day, { payerWeekStartsOn }: WeekRules): Day {
  const { weekday } = localTime(Date.parse(day), 'UTC');
  return addDays(day, -((weekday - payerWeekStartsOn + 7) % 7));
}

/** How many days of the payer’s current week take units, and how many: had, and booked. */
export function paceOf(
  usedDays: readonly TreatmentDay[],
  bookedDays: readonly TreatmentDay[],
  today: Day,
  rules: WeekRules,
): { days: number; units: number } {
  const firstDay = payerWeek(today, rules);
  const lastDay = addDays(firstDay, 6);
  const taking = [
    ...usedDays.map(({ day, minutes }) => ({ day, units: unitsOf(minutes, rules) })),
    ...daysAhead(usedDays, bookedDays, rules),
  ].filter(({ day, units }) => units > 0 && firstDay <= day && day <= lastDay);
  return {
    days: new Set(taking.map(({ day }) => day)).size,
    units: taking.reduce((sum, { units }) => sum + units, 0),
  };
}
