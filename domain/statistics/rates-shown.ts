import { isRateShown, isSmall } from './small-cells.ts';

/** What is said of a rate: all of it, the rate alone in whole percent without its parts, or nothing. */
export type RateShown = 'exact' | 'rough' | 'none';

export interface CountedPart {
  numerator: number;
  denominator: number;
  excluded: number;
  unrecorded: number;
}

/**
 * What may be said of rates beside each other whose whole is known (CMS cell size policy: nothing from
 * 1 to 10, nor anything it can be worked out from). Where only those left out or not recorded are few,
 * the parts would give them away and a rate in whole percent does not. What stands alone could be worked
 * out from the whole and the others: the next smallest goes with it.
 */
export function ratesShown(parts: readonly CountedPart[]): RateShown[] {
  const shown = parts.map(({ numerator, denominator, excluded, unrecorded }): RateShown => {
    if (!isRateShown(numerator, denominator)) return 'none';
    return [excluded, unrecorded].some(isSmall) ? 'rough' : 'exact';
  });
  const withNext = (are: (one: RateShown) => boolean, becomes: RateShown) => {
    if (shown.filter(are).length !== 1) return;
    const [next] = parts
      .map(({ denominator }, index) => ({ denominator, index }))
      .filter(({ denominator, index }) => denominator > 0 && !are(shown[index] ?? 'none'))
      .sort((a, b) => a.denominator - b.denominator);
    if (next) shown[next.index] = becomes;
  };
  withNext((one) => one === 'none', 'none');
  withNext((one) => one !== 'exact', 'rough');
  return shown;
}
