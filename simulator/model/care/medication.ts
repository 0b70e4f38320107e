import type { Background } from '../background/background.ts';
import { endsAsPlanned } from '../course.ts';
import { Draws } from '../draws.ts';
import type { Placement } from '../placement.ts';

export type Medication =
  'buprenorphine' | 'methadone' | 'naltrexone' | 'naltrexone-xr' | 'acamprosate';

/** What one prescription covers. */
export interface Supply {
  medication: Medication;
  firstDay: number;
  days: number;
}

const SUPPLY_DAYS: Record<Medication, number> = {
  buprenorphine: 28,
  methadone: 28,
  naltrexone: 30,
  'naltrexone-xr': 28,
  acamprosate: 30,
};
const RUNS_OUT = 0.08;
const BRIDGE_DAYS = 14;

/** The medication somebody takes against the use disorder, if any: for opioids more often. */
export function medicationOf(seed: number, client: number, who: Background): Medication | null {
  const draws = new Draws(seed, 'medication', client);
  if (who.opioidUse) {
    if (!draws.chance(0.66)) return null;
    return draws.weighted([
      ['buprenorphine', 0.7],
      ['methadone', 0.16],
      ['naltrexone-xr', 0.14],
    ] as const);
  }
  if (who.substances[0] !== 'alcohol' || !draws.chance(0.34)) return null;
  return draws.weighted([
    ['naltrexone', 0.55],
    ['naltrexone-xr', 0.17],
    ['acamprosate', 0.28],
  ] as const);
}

/**
 * The prescriptions of a stay, each written as the one before runs out; some too late, and some
 * people stop. Who leaves as planned takes two weeks along.
 */
export function supplies(seed: number, placement: Placement, medication: Medication): Supply[] {
  const { client, ordinal, startDay, endDay } = placement;
  const draws = new Draws(seed, 'supply', client, ordinal);
  const found: Supply[] = [];
  const days = SUPPLY_DAYS[medication];
  const until = endDay + (draws.chance(0.6) ? BRIDGE_DAYS : -3);
  let day = startDay + draws.whole(0, 5);
  while (day <= endDay && (day < until || found.length === 0)) {
    found.push({ medication, firstDay: day, days });
    if (draws.chance(0.05)) break;
    day += days + (draws.chance(RUNS_OUT) ? draws.whole(2, 9) : -draws.whole(0, 2));
  }
  return found;
}

/** Our own assumption: nothing published tells how often somebody goes on with the medication. */
const GOES_ON = { planned: 0.75, unplanned: 0.3 };

/**
 * Whether somebody else goes on with the medication: our last prescription is then closed when it runs
 * out. Of others nobody closes it, and the record goes on saying that it is in force.
 */
export function goesOnElsewhere(seed: number, { client, ordinal, step, next }: Placement): boolean {
  if (next?.entry === 'step-down') return true;
  const draws = new Draws(seed, 'medication-after', client, ordinal);
  return draws.chance(endsAsPlanned(step.reason) ? GOES_ON.planned : GOES_ON.unplanned);
}

/** Whether a prescription covers the day. */
export function isCovered(all: readonly Supply[], day: number): boolean {
  return all.some(({ firstDay, days }) => day >= firstDay && day < firstDay + days);
}
