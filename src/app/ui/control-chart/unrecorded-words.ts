import type { MeasurePoint } from '#domain/measures/measures.contract';
import { type CountedIn, formatRate } from '../figure/format-rate';

/**
 * '16% not recorded' of the sessions that are past; the count where the measure counts hours, so
 * that no share of sessions can be worked out from them.
 */
export function unrecordedWords(
  { denominator, excluded, unrecorded }: MeasurePoint,
  countedIn: CountedIn,
): string {
  const past = denominator + excluded + unrecorded;
  if (countedIn !== 'sessions' || past === 0) return `${unrecorded} not recorded`;
  return `${formatRate({ value: unrecorded / past, denominator: 1 })} not recorded`;
}
