import jStat from 'jstat';

/** One client's part of a rate: of `of` sessions, `counted` count. */
export interface Cluster {
  counted: number;
  of: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** With fewer clients than this no interval is shown. */
const FEWEST_CLIENTS = 5;

/** What the interval needs to know of all clients, as a database adds it up. */
export interface ClusterSums {
  /** Clients with anything to count; one with `of` 0 has no part in any of the sums. */
  clients: number;
  /** Σa, Σd. */
  counted: number;
  of: number;
  /** Σa², Σad, Σd². */
  countedSquared: number;
  countedTimesOf: number;
  ofSquared: number;
}

/**
 * The 95 % interval of a rate over sessions of many clients, clustered by client: sessions of one
 * client resemble each other, and an interval that forgets it is far too narrow.
 *
 * Ratio estimator r = Σa/Σd, Var = (m/(m−1))·Σ(a−r·d)²/(Σd)², t with m−1 degrees of freedom on the
 * logit (Cochran, Sampling Techniques, 3rd ed., ch. 6). Returns the bounds in 0–1, or why there are none.
 */
export const clusteredInterval = (clusters: readonly Cluster[]): Interval | { none: string } =>
  clusteredIntervalOfSums(sumsOf(clusters));

/** The same from sums alone: Σ(a−r·d)² = Σa² − 2r·Σad + r²·Σd². */
export function clusteredIntervalOfSums(sums: ClusterSums): Interval | { none: string } {
  const { clients, counted, of, countedSquared, countedTimesOf, ofSquared } = sums;
  if (clients < FEWEST_CLIENTS) return { none: `fewer than ${FEWEST_CLIENTS} clients` };
  const r = counted / of;
  if (r <= 0) return { none: 'none of them counts' };
  // Above 1 where somebody stayed longer than booked.
  if (r >= 1) return { none: 'all of them count' };
  // Rounding may leave a hair below 0 where all clients have one rate.
  const residuals = Math.max(0, countedSquared - 2 * r * countedTimesOf + r ** 2 * ofSquared);
  const se = Math.sqrt((clients / (clients - 1)) * residuals) / of;
  const half = (jStat.studentt.inv(0.975, clients - 1) * se) / (r * (1 - r));
  const logit = Math.log(r / (1 - r));
  return { low: Math.min(r, expit(logit - half)), high: Math.max(r, expit(logit + half)) };
}

export function sumsOf(clusters: readonly Cluster[]): ClusterSums {
  const counting = clusters.filter(({ of }) => of > 0);
  const sum = (part: (cluster: Cluster) => number) =>
    counting.reduce((total, cluster) => total + part(cluster), 0);
  return {
    clients: counting.length,
    counted: sum(({ counted }) => counted),
    of: sum(({ of }) => of),
    countedSquared: sum(({ counted }) => counted ** 2),
    countedTimesOf: sum(({ counted, of }) => counted * of),
    ofSquared: sum(({ of }) => of ** 2),
  };
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x));
