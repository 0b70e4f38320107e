export interface NiceScale {
  min: number;
  max: number;
  step: number;
}

const FEWEST_TICKS = 3;
const MOST_STEPS = 4;

/**
 * A scale with three to five round marks around all values. `within` keeps a share from 0 to 1 and
 * hours from below nothing; a scale need not begin at 0, and then says so.
 */
export function niceScale(
  values: readonly number[],
  within: { min: number; max: number },
  /** What is left free above and below, as a part of the span: more where words stand there. */
  room: number,
): NiceScale {
  if (values.length === 0) return { min: within.min, max: Math.min(within.max, 1), step: 0.5 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, Math.abs(high) / 10, 0.01);
  const margin = span * room;
  const [from, to] = [Math.max(within.min, low - margin), Math.min(within.max, high + margin)];
  for (const step of roundSteps(span)) {
    const [min, max] = [Math.floor(from / step + EPSILON), Math.ceil(to / step - EPSILON)];
    if (max - min <= MOST_STEPS) return inSteps(min, Math.max(max, min + FEWEST_TICKS - 1), step);
  }
  return { min: from, max: to, step: (to - from) / MOST_STEPS };
}

const EPSILON = 1e-9;

/** Rounded, because 7 × 0.1 is not 0.7 to a machine, and would be written so. */
const inSteps = (min: number, max: number, step: number): NiceScale => ({
  min: rounded(min * step),
  max: rounded(max * step),
  step,
});

const rounded = (value: number): number => Number(value.toFixed(6));

function roundSteps(span: number): number[] {
  const power = 10 ** Math.floor(Math.log10(span / MOST_STEPS));
  return [1, 2, 5, 10, 20, 50].map((factor) => rounded(factor * power));
}
