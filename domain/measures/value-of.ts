import { rateOf } from '../attendance/attendance-counts.ts';
import type { Counted, Measure } from './measure.ts';

/**
 * The value of a measure: a share is numerator over denominator, everything else the numerator.
 * `null` where nothing was there to count, which is neither 0 % nor 0 hours.
 */
export function valueOf(
  { unit }: Pick<Measure, 'unit'>,
  counted: Pick<Counted, 'numerator' | 'denominator'>,
): number | null {
  if (unit === 'share') return rateOf(counted);
  return counted.numerator === 0 && counted.denominator === 0 ? null : counted.numerator;
}
