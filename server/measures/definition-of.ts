import type { Measure } from '#domain/measures/measure';
import { SESSION_MEASURES } from '#domain/measures/catalogue';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** A measure as the catalogue shows it: its words, without its formula. */
export const definitionOf = ({
  id,
  name,
  sentence,
  numerator,
  denominator,
  leftOut,
  unit,
  countedIn,
  direction,
  standard,
  interval,
}: Measure): MeasureDefinition => ({
  id,
  name,
  sentence,
  numerator,
  denominator,
  leftOut,
  unit,
  countedIn,
  direction,
  standard,
  interval,
  hasTrend: SESSION_MEASURES.some((measure) => measure.id === id),
});
