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

/**
 * The 95 % interval of a rate over sessions of many clients, clustered by client: sessions of one
 * client resemble each other, and an interval that forgets it is far too narrow.
 *
 * Ratio estimator r = Σa/Σd, Var = (m/(m−1))·Σ(a−r·d)²/(Σd)², t with m−1 degrees of freedom on the
 * logit (Cochran, Sampling Techniques, 3rd ed., ch. 6). Returns the bounds in 0–1, or why there are none.
 */
export function clusteredInterval(clusters: readonly Cluster[]): Interval | { none: string } {
  const counting = clusters.filter(({ of }) => of > 0);
  const m = counting.length;
  if (m < FEWEST_CLIENTS) return { none: `fewer than ${FEWEST_CLIENTS} clients` };
  const a = sum(counting.map(({ counted }) => counted));
  const d = sum(counting.map(({ of }) => of));
  const r = a / d;
  if (r === 0 || r === 1) return { none: `all sessions ${r === 1 ? 'count' : 'do not count'}` };
  const residuals = sum(counting.map(({ counted, of }) => (counted - r * of) ** 2));
  const se = Math.sqrt((m / (m - 1)) * residuals) / d;
  const half = (jStat.studentt.inv(0.975, m - 1) * se) / (r * (1 - r));
  const logit = Math.log(r / (1 - r));
  return { low: expit(logit - half), high: expit(logit + half) };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const expit = (x: number): number => 1 / (1 + Math.exp(-x));
