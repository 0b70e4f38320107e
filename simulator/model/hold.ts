import { Draws } from './draws.ts';
import { localInstant } from './local-time.ts';
import type { Placement } from './placement.ts';

export type HoldReason = 'hospital' | 'jail' | 'leave';

/** Days on which a client in treatment is elsewhere. */
export interface Hold {
  reason: HoldReason;
  startDay: number;
  /** The day the client is back. */
  endDay: number;
  startedAt: number;
  endedAt: number;
}

const HELD = 0.07;
const REASONS: readonly (readonly [HoldReason, number])[] = [
  ['hospital', 0.55],
  ['jail', 0.17],
  ['leave', 0.28],
];
const SHORTEST_STAY = 24;

export function hold(
  seed: number,
  { client, ordinal, step, startDay, group }: Placement,
): Hold | null {
  const draws = new Draws(seed, 'hold', client, ordinal);
  if (step.stayDays < SHORTEST_STAY || !draws.chance(HELD)) return null;
  const from = startDay + draws.whole(7, step.stayDays - 14);
  const until = from + draws.whole(3, 10);
  const { zone } = group.unit.site;
  return {
    reason: draws.weighted(REASONS),
    startDay: from,
    endDay: until,
    startedAt: localInstant(zone, from, draws.whole(7 * 60, 8 * 60)),
    endedAt: localInstant(zone, until, draws.whole(7 * 60, 8 * 60)),
  };
}
