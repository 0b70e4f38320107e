import { Draws } from './draws.ts';
import { localInstant } from './local-time.ts';
import type { Placement } from './placement.ts';

/** A hospital stay during an episode. */
export interface Hold {
  startDay: number;
  /** The day the client is back. */
  endDay: number;
  startedAt: number;
  endedAt: number;
}

const SHARE = 0.04;
const SHORTEST_STAY = 24;

export function hold(
  seed: number,
  { client, ordinal, step, startDay, group }: Placement,
): Hold | null {
  const draws = new Draws(seed, 'hold', client, ordinal);
  if (step.stayDays < SHORTEST_STAY || !draws.chance(SHARE)) return null;
  const from = startDay + draws.whole(7, step.stayDays - 14);
  const until = from + draws.whole(3, 10);
  const { zone } = group.unit.site;
  return {
    startDay: from,
    endDay: until,
    startedAt: localInstant(zone, from, draws.whole(7 * 60, 8 * 60)),
    endedAt: localInstant(zone, until, draws.whole(7 * 60, 8 * 60)),
  };
}
