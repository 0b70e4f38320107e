import type { Prescription } from '../prescriptions.ts';
import { addDays, daysBetween } from '../site-calendar.ts';
import type { Found } from './found.ts';

const watched = ['buprenorphine', 'methadone', 'naltrexone', 'acamprosate'];
const daysListed = 7;
const daysBack = 30;

export interface SuppliesAsked {
  prescriptions: readonly Prescription[];
  hasOpioidUse: boolean;
  today: string;
  /** The day of the next booked session with somebody who prescribes. */
  visitOn: string | undefined;
}

/** Days until there is no more of it, where a day would be uncovered before the next visit. */
export function medicationFlags(asked: SuppliesAsked): Found[] {
  const { prescriptions, hasOpioidUse, today, visitOn } = asked;
  const inForce = prescriptions.filter(
    ({ status, start, end }) =>
      status === 'active' && start <= today && (end ?? '9') >= addDays(today, -daysBack),
  );
  return watched.flatMap((medication): Found[] => {
    const own = inForce.filter(({ words }) => ingredientOf(words) === medication);
    const [last] = own.map(({ lasts }) => lasts ?? '9').sort((a, b) => (a < b ? 1 : -1));
    if (last === undefined || last === '9') return [];
    const left = daysBetween(today, last);
    if (left > daysListed || (visitOn !== undefined && visitOn <= addDays(last, 1))) return [];
    const isForOpioids = medication === 'naltrexone' ? hasOpioidUse : medication !== 'acamprosate';
    return [[isForOpioids ? 'opioid-medication' : 'medication', left]];
  });
}

/** Buprenorphine comes with naloxone, and is buprenorphine then. */
const ingredientOf = (words: string): string | undefined =>
  watched.find((medication) => words.includes(medication));
