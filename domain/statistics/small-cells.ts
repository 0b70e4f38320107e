const FEWEST_SHOWN = 11;

/** Whether a count says too much of few people: 1 to 10; none at all may be said. */
export const isSmall = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

/**
 * Which counts of a column whose total is known may be shown (CMS cell size policy: nothing from 1 to
 * 10, nor anything it can be worked out from). Where one alone would be left out, it could be worked
 * out from the total: the next smallest goes with it.
 */
export function shownOf(counts: readonly number[]): boolean[] {
  const shown = counts.map((count) => !isSmall(count));
  if (shown.filter((is) => !is).length !== 1) return shown;
  const [next] = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => shown[index] && count > 0)
    .sort((a, b) => a.count - b.count);
  if (next) shown[next.index] = false;
  return shown;
}

/** Whether a rate may be shown: neither its numerator nor what is left of the denominator is small. */
export const isRateShown = (numerator: number, denominator: number): boolean =>
  !isSmall(numerator) && !isSmall(denominator - numerator);
