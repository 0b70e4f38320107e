import type { MeasurePoint } from '#domain/measures/measures.contract';
import { type CountedIn, formatRate } from '../figure/format-rate';
import { isCountedByRows } from '../figure/rows-word';

/**
 * '16% not recorded' of what is past, where the measure counts one by one; the count where it
 * counts hours, so that no share can be worked out from them.
 */
export function unrecordedWords(
  { denominator, excluded, unrecorded }: MeasurePoint,
  countedIn: CountedIn,
): string {
  const past = denominator + excluded + unrecorded;
  if (!isCountedByRows({ countedIn }) || past === 0) return `${unrecorded} not recorded`;
  return `${formatRate({ value: unrecorded / past, denominator: 1 })} not recorded`;
}
