import { Draws } from './draws.ts';
import { FAMILY_NAMES } from './family-names.ts';
import { GIVEN_NAMES } from './given-names.ts';

export interface Person {
  given: string;
  family: string;
  gender: 'female' | 'male' | 'other';
}

/** Somebody who does not exist: the family names are birds and plants, so no one is meant. */
export function person(
  seed: number,
  group: 'client' | 'staff' | 'support' | 'asking',
  index: number,
): Person {
  const draws = new Draws(seed, 'person', group, index);
  const women = group === 'staff' ? 0.65 : 0.4;
  const gender = draws.weighted([
    ['female', women],
    ['male', 0.98 - women],
    ['other', 0.02],
  ] as const);
  return { given: draws.pick(GIVEN_NAMES[gender]), family: draws.pick(FAMILY_NAMES), gender };
}
