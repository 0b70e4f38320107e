import type { Day } from '../calendar/calendar-day.ts';
import type { FormulaMeasure } from './measure.ts';

export const CENSUS: FormulaMeasure<typeof census> = {
  id: 'census',
  name: 'Census',
  sentence: 'Clients in the program on the date: admitted, not discharged, not on hold.',
  numerator: 'Episodes with admission on or before the date and discharge after it',
  denominator: 'None: a count',
  leftOut: 'Episodes on hold on the date; the day of discharge',
  unit: 'clients',
  countedIn: 'clients',
  direction: 'neither',
  standard: 'Program default: admitted ≤ date < discharged, less holds',
  interval: 'none',
  subject: { words: 'The census', plural: false },
  formula: census,
};

/** Days of the site's calendar; `null` where it goes on. */
interface Stay {
  admittedOn: Day;
  endedOn: Day | null;
  holds: readonly { startsOn: Day; endsOn: Day | null }[];
}

function census(stays: readonly Stay[], day: Day): number {
  return stays.filter(
    ({ admittedOn, endedOn, holds }) =>
      covers(admittedOn, endedOn, day) &&
      !holds.some(({ startsOn, endsOn }) => covers(startsOn, endsOn, day)),
  ).length;
}

/** The day something ends is no longer in it. */
const covers = (from: Day, to: Day | null, day: Day): boolean =>
  from <= day && (to === null || day < to);
