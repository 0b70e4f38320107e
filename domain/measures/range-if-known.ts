import type { Counted } from './measure.ts';

/** What a count would be if none, or all, of those of whom it is not known were in it. */
export interface RangeIfKnown {
  none: number;
  all: number;
  of: number;
}

export const rangeIfKnown = ({
  numerator,
  denominator,
  unrecorded,
}: Pick<Counted, 'numerator' | 'denominator' | 'unrecorded'>): RangeIfKnown => ({
  none: numerator,
  all: numerator + unrecorded,
  of: denominator + unrecorded,
});
