import { Draws } from '../draws.ts';
import type { Placement } from '../placement.ts';
import { endsAsPlanned } from '../course.ts';

/** How somebody is, week by week: what all their scores and drug tests have in common. */
export interface WellBeing {
  /** Expected PHQ-9 total at admission: mean 12, SD 6 (no published figure for this setting). */
  distress: number;
  /** What of it is gone after eight weeks, in points: 4 to 5 in the mean. */
  relief: number;
  /** From −1.5 to 1.5: how much more or less anxious than low. */
  anxiety: number;
  /** Chance of using in a week at admission, and after eight weeks. */
  useAtFirst: number;
  useLater: number;
}

const COURSE_WEEKS = 8;

export function wellBeing(seed: number, { client, ordinal, step }: Placement): WellBeing {
  const person = new Draws(seed, 'distress', client);
  const stay = new Draws(seed, 'relief', client, ordinal);
  const planned = endsAsPlanned(step.reason);
  const useAtFirst = within(0.02, 0.95, 0.34 + 0.2 * person.normal());
  return {
    distress: within(0, 26, 12 + 5.4 * person.normal()),
    relief: (planned ? 6.2 : 4) + 3.2 * stay.normal(),
    anxiety: within(-1.5, 1.5, 0.7 * person.normal()),
    useAtFirst,
    useLater: within(0.01, 0.95, useAtFirst * (planned ? 0.3 : 0.85) + 0.06 * stay.normal()),
  };
}

/** The expected PHQ-9 total so many days after admission. */
export function distressOn({ distress, relief }: WellBeing, day: number): number {
  return within(0, 27, distress - relief * progress(day));
}

/** The chance of having used in the week before. */
export function useOn({ useAtFirst, useLater }: WellBeing, day: number): number {
  return useAtFirst + (useLater - useAtFirst) * progress(day);
}

/** Most of the change comes early. */
function progress(day: number): number {
  return Math.min(1.2, Math.sqrt(Math.max(0, day) / (COURSE_WEEKS * 7)));
}

export function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, value));
}
