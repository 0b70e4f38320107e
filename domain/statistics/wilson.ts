import type { Interval } from './clustered-rate.ts';

/** The quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/**
 * The 95 % interval of a rate over clients or episodes, each counted once (Wilson 1927, score
 * interval). Sessions of one client resemble each other: for those see `clusteredInterval`.
 */
export function wilsonInterval(counted: number, of: number): Interval | { none: string } {
  if (of === 0) return { none: 'nothing to count' };
  const rate = counted / of;
  const shrink = 1 + Z ** 2 / of;
  const centre = (rate + Z ** 2 / (2 * of)) / shrink;
  const half = (Z * Math.sqrt((rate * (1 - rate)) / of + Z ** 2 / (4 * of ** 2))) / shrink;
  // At none and at all the bound is the rate itself, which rounding may miss by a hair.
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
