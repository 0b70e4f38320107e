import { average, movingRanges } from './xmr.ts';

/** One period of a rate: of `of`, `counted` count. */
export interface Share {
  counted: number;
  of: number;
}

export interface ShareLimits {
  /** One standard deviation of this period: the smaller the period, the larger. */
  sigma: number;
  /** Three of them below and above the mean, cut at 0 and 1. */
  low: number;
  high: number;
}

export interface ShareChart {
  mean: number;
  /** σz: how far the periods vary beyond what chance alone gives; 1 where they do not. */
  spread: number;
  /** By period; `null` where there was nothing to count. */
  limits: (ShareLimits | null)[];
}

/** The mean range of two neighbours is this many standard deviations. */
const RANGE_PER_SIGMA = 1.128;

/**
 * Limits of a Laney p′ chart: p̄ ± 3·σᵢ·σz, with σᵢ = √(p̄(1 − p̄)/nᵢ) and σz the mean moving range of
 * z = (pᵢ − p̄)/σᵢ over 1.128 (Laney, Improved control charts for attributes, Quality Engineering
 * 14, 2002). Sessions of one client resemble each other, so weeks vary more than a plain p-chart
 * expects. A period that is `null` or empty is a gap: no moving range reaches across it.
 */
export function laneyLimits(periods: readonly (Share | null)[]): ShareChart | { none: string } {
  const mean = meanOf(periods);
  if (typeof mean !== 'number') return mean;
  const scores = periods.map((period) =>
    isCounted(period) ? (period.counted / period.of - mean) / sigmaOf(mean, period.of) : null,
  );
  const ranges = movingRanges(scores);
  if (ranges.length === 0) return { none: 'no two neighbouring points' };
  return chartOf(periods, mean, average(ranges) / RANGE_PER_SIGMA);
}

/** Limits of a plain p-chart, σz = 1: only where periods vary no more than by chance. */
export function pChartLimits(periods: readonly (Share | null)[]): ShareChart | { none: string } {
  const mean = meanOf(periods);
  return typeof mean === 'number' ? chartOf(periods, mean, 1) : mean;
}

function meanOf(periods: readonly (Share | null)[]): number | { none: string } {
  const counted = periods.filter(isCounted);
  if (counted.length === 0) return { none: 'nothing to count' };
  const of = counted.reduce((sum, period) => sum + period.of, 0);
  const mean = counted.reduce((sum, period) => sum + period.counted, 0) / of;
  if (mean <= 0) return { none: 'none counts in any period' };
  return mean >= 1 ? { none: 'all count in every period' } : mean;
}

const chartOf = (periods: readonly (Share | null)[], mean: number, spread: number): ShareChart => ({
  mean,
  spread,
  limits: periods.map((period) => {
    if (!isCounted(period)) return null;
    const sigma = sigmaOf(mean, period.of) * spread;
    return { sigma, low: Math.max(0, mean - 3 * sigma), high: Math.min(1, mean + 3 * sigma) };
  }),
});

const isCounted = (period: Share | null): period is Share => period !== null && period.of > 0;

const sigmaOf = (mean: number, of: number): number => Math.sqrt((mean * (1 - mean)) / of);
