import { addDays, type Day } from '../calendar/calendar-day.ts';
import type { Medication } from './medication.ts';

/** A prescription as far as what is in force and in hand goes; both last days belong to it. */
export interface Supply {
  medication: Medication | null;
  startsOn: Day;
  /** The last day the prescription holds; `null` while nothing says so. */
  endsOn: Day | null;
  /** The last day that what was prescribed lasts; `null` where it is not known. */
  supplyEndsOn: Day | null;
}

/** The last day a supply lasts: so many days, as often as it may be dispensed, from its first day on. */
export const supplyEnd = (startsOn: Day, daysEach: number, repeats: number): Day =>
  addDays(startsOn, Math.floor(daysEach * (1 + repeats)) - 1);

/** What is prescribed on a day, whether or not it is still in hand. */
export const prescribedOn = (day: Day, supplies: readonly Supply[]): Set<Medication> =>
  new Set(
    supplies.flatMap(({ medication, startsOn, endsOn }) =>
      medication && startsOn <= day && (endsOn === null || day <= endsOn) ? [medication] : [],
    ),
  );
