import { Draws } from '../draws.ts';
import { localInstant } from '../local-time.ts';
import type { Placement } from '../placement.ts';

export interface Death {
  day: number;
  /** When the clinic learned of it. */
  knownAt: number;
  overdose: boolean;
}

const DIES_AFTERWARDS = 0.006;
const WITHIN_DAYS = 70;

/** A death in treatment, or in the months after the last stay; the clinic hears of it later. */
export function death(
  seed: number,
  { client, step, next, endDay, group }: Placement,
): Death | null {
  const draws = new Draws(seed, 'death', client);
  const overdose = draws.chance(0.6);
  const { zone } = group.unit.site;
  if (step.reason === 'died') {
    return { day: endDay, knownAt: localInstant(zone, endDay, 20 * 60 + 45), overdose };
  }
  if (next || !draws.chance(DIES_AFTERWARDS)) return null;
  const day = endDay + draws.whole(3, WITHIN_DAYS);
  return { day, knownAt: localInstant(zone, day + draws.whole(1, 14), 11 * 60), overdose };
}
