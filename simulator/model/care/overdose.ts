import { background } from '../background/background.ts';
import type { Clinic } from '../clinic.ts';
import { Draws } from '../draws.ts';
import { localInstant } from '../local-time.ts';
import type { Placement } from '../placement.ts';

/** An overdose that somebody survived, and when the clinic heard of it. */
export interface SurvivedOverdose {
  day: number;
  knownAt: number;
}

/** Of a stay: no figure is published for this setting; more often where opioids are used. */
const OVERDOSES = { opioid: 0.02, other: 0.003 };

/** In treatment; told a day or some days later, by the client or by a hospital. */
export function survivedOverdose(
  { seed }: Clinic,
  { client, ordinal, step, startDay, endDay, group }: Placement,
): SurvivedOverdose | null {
  const draws = new Draws(seed, 'overdose', client, ordinal);
  const { opioidUse } = background(seed, client);
  const happens = draws.chance(opioidUse ? OVERDOSES.opioid : OVERDOSES.other);
  if (!happens || step.reason === 'died' || step.stayDays < 6) return null;
  const day = startDay + draws.whole(2, endDay - startDay - 2);
  const toldAfter = draws.whole(1, 4);
  const knownAt = localInstant(group.unit.site.zone, day + toldAfter, draws.whole(540, 960));
  return { day, knownAt };
}
