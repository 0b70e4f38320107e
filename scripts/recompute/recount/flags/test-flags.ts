import { addDays } from '../site-calendar.ts';
import type { SpecimenOfMoment } from '../specimen-values.ts';
import type { Found } from './found.ts';

const daysListed = 7;

/** Of each specimen of the last days, how many results are other than the prescriptions explain. */
export const testFlags = (specimens: readonly SpecimenOfMoment[], today: string): Found[] =>
  specimens
    .filter(({ day }) => addDays(today, -daysListed) <= day && day <= today)
    .map(({ meanings }) => unexpectedIn(meanings))
    .filter((unexpected) => unexpected > 0)
    .map((unexpected) => ['unexpected-test', unexpected]);

export const unexpectedIn = (meanings: ReadonlyMap<string, string>): number =>
  [...meanings.values()].filter((meaning) => meaning.startsWith('unexpected')).length;
