import type { Day } from '../calendar/calendar-day.ts';
import { type PayerUnit, payerUnitOf } from '../payer/payer-unit.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { TreatmentDay } from './clinical-facts.ts';

export type UnitRules = Pick<ProgramDefaults, 'payerUnit' | 'payerDayMinutes'>;

/**
 * What so many minutes of a day take of an authorization. By the hour whole hours are counted; by the
 * half-day a whole one is two, from the minutes on that the payer asks of a day.
 */
export function unitsOf(minutes: number, { payerUnit, payerDayMinutes }: UnitRules): number {
  const inUnit: Record<PayerUnit, number> = {
    day: 1,
    'half-day': minutes >= payerDayMinutes ? 2 : 1,
    hour: Math.floor(minutes / 60),
  };
  return inUnit[payerUnitOf(payerUnit)];
}

/** A day that is still to take units. */
export interface DayAhead {
  day: Day;
  units: number;
  /** The client has been there on that day already: what is booked adds to it. */
  begun: boolean;
}

/** The booked days in order, each with what it will take beyond what it has taken. */
export function daysAhead(
  usedDays: readonly TreatmentDay[],
  bookedDays: readonly TreatmentDay[],
  rules: UnitRules,
): DayAhead[] {
  const used = new Map(usedDays.map(({ day, minutes }) => [day, minutes]));
  return bookedDays
    .map(({ day, minutes }) => {
      const had = used.get(day);
      const units =
        had === undefined
          ? unitsOf(minutes, rules)
          : unitsOf(had + minutes, rules) - unitsOf(had, rules);
      return { day, units, begun: had !== undefined };
    })
    .filter(({ units }) => units > 0)
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

/** Units of the days on which the client was present. */
export const unitsUsed = (usedDays: readonly TreatmentDay[], rules: UnitRules): number =>
  usedDays.reduce((sum, { minutes }) => sum + unitsOf(minutes, rules), 0);
