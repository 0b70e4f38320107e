/** Mean and limits of a chart of single values. */
export interface XmrLimits {
  mean: number;
  /** The mean moving range the limits were made from. */
  movingRange: number;
  low: number;
  high: number;
}

/** 3 / 1.128: three standard deviations, by the mean range of two neighbours. */
const PER_MOVING_RANGE = 2.66;
/** A moving range from this many times their mean on is a jump, not the noise between neighbours. */
const SCREENED_FROM = 3.267;

/**
 * Limits of an XmR chart: mean ± 2.66 × mean moving range (Wheeler; NHS England, Making Data Count).
 *
 * A `null` is a gap, not 0: it has no part in the mean, and no moving range reaches across it.
 * `screened` leaves out jumps once before the ranges are averaged again, as NHSRplotthedots does by
 * default; the NHS spreadsheet does not.
 */
export function xmrLimits(
  values: readonly (number | null)[],
  { screened = true }: { screened?: boolean } = {},
): XmrLimits | { none: string } {
  const ranges = movingRanges(values);
  if (ranges.length === 0) return { none: 'no two neighbouring points' };
  const mean = average(values.filter((value) => value !== null));
  const movingRange = screened ? averageWithoutJumps(ranges) : average(ranges);
  const reach = PER_MOVING_RANGE * movingRange;
  return { mean, movingRange, low: mean - reach, high: mean + reach };
}

/** Differences between neighbours, without sign; none across a gap. */
export const movingRanges = (values: readonly (number | null)[]): number[] =>
  values.flatMap((value, index) => {
    const before = values[index - 1] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });

export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function averageWithoutJumps(ranges: readonly number[]): number {
  const mean = average(ranges);
  // All ranges 0 are no jumps, though 0 ≥ 0.
  return mean === 0 ? 0 : average(ranges.filter((range) => range < SCREENED_FROM * mean));
}
