import jStat from 'jstat';

/** One place of a comparison: of `of`, `counted` count. */
export interface FunnelPoint {
  counted: number;
  of: number;
}

export type Outside = '95' | '99.8';

export interface FunnelResult {
  /** Standard deviations from the whole. */
  z: number;
  /** What would be the limits for as many: in 0–1. */
  limits: Record<Outside, { low: number; high: number }>;
  /** The widest limit it lies outside of. */
  outside: Outside | null;
}

export interface Funnel {
  /** Of all together. */
  rate: number;
  /**
   * φ: how far places vary beyond chance, the most extreme tenth at either end taken as the next to
   * it; above its own limit every standard deviation grows by √φ.
   */
  dispersion: number;
  isOverdispersed: boolean;
  points: (FunnelResult | null)[];
}

/** Two-sided, 95 % and 99.8 %. */
const Z = { '95': 1.96, '99.8': 3.0902 } as const;
const LEVELS = ['99.8', '95'] as const;
/** Of the places, at either end. */
const WINSORIZED = 0.1;
/** Of fewer places nobody can tell whether all of them vary, or one of them differs. */
const FEWEST_FOR_DISPERSION = 5;
/** Below this the normal distribution is too rough: exact binomial limits. */
const FEWEST_FOR_NORMAL = 20;

/**
 * Places beside each other without a rank: each against the limits within which chance alone would
 * leave so many (Spiegelhalter 2005, Statistics in Medicine 24:1185). Where places vary more than
 * chance explains, limits are widened by √φ. A place of nothing is `null`; none at all: `null`.
 */
export function funnelOf(places: readonly FunnelPoint[]): Funnel | null {
  const counting = places.filter(({ of }) => of > 0);
  const of = sum(counting.map((place) => place.of));
  const counted = sum(counting.map((place) => place.counted));
  const rate = counted / of;
  if (of === 0 || rate === 0 || rate === 1) return null;
  const deviations = counting.map((place) => deviation(place, rate));
  const dispersion = sum(winsorized(deviations).map((z) => z ** 2)) / counting.length;
  const isOverdispersed =
    counting.length >= FEWEST_FOR_DISPERSION && dispersion > 1 + 2 * Math.sqrt(2 / counting.length);
  const widening = isOverdispersed ? Math.sqrt(dispersion) : 1;
  return {
    rate,
    dispersion,
    isOverdispersed,
    points: places.map((place) => (place.of > 0 ? against(place, rate, widening) : null)),
  };
}

function against(place: FunnelPoint, rate: number, widening: number): FunnelResult {
  const z = deviation(place, rate) / widening;
  const limits = {
    '95': limitsOf(place.of, rate, Z['95'], widening),
    '99.8': limitsOf(place.of, rate, Z['99.8'], widening),
  };
  const value = place.counted / place.of;
  const outside = LEVELS.find((level) => value < limits[level].low || value > limits[level].high);
  return { z, limits, outside: outside ?? null };
}

/**
 * The most extreme tenth at either end counts as the next to it (Spiegelhalter 2005):
 * else the one place that differs would widen the limits it is held against, and hide itself.
 */
function winsorized(deviations: readonly number[]): number[] {
  const ordered = deviations.toSorted((a, b) => a - b);
  const cut = Math.floor(WINSORIZED * ordered.length);
  const [low, high] = [ordered[cut] ?? 0, ordered[ordered.length - 1 - cut] ?? 0];
  return deviations.map((z) => Math.min(high, Math.max(low, z)));
}

const deviation = ({ counted, of }: FunnelPoint, rate: number): number =>
  (counted / of - rate) / Math.sqrt((rate * (1 - rate)) / of);

function limitsOf(of: number, rate: number, z: number, widening: number) {
  if (of < FEWEST_FOR_NORMAL && widening === 1) return exactLimits(of, rate, z);
  const half = z * widening * Math.sqrt((rate * (1 - rate)) / of);
  return { low: Math.max(0, rate - half), high: Math.min(1, rate + half) };
}

/** The fewest and the most that are not yet rarer than the tail allows. */
function exactLimits(of: number, rate: number, z: number) {
  const tail = 1 - jStat.normal.cdf(z, 0, 1);
  const atMost = (count: number): number => jStat.binomial.cdf(count, of, rate);
  let low = 0;
  while (low < of && atMost(low) < tail) low++;
  let high = of;
  while (high > 0 && 1 - atMost(high - 1) < tail) high--;
  return { low: low / of, high: high / of };
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
