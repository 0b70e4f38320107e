import { SESSION_MEASURES } from '#domain/measures/catalogue';
import type { Measure } from '#domain/measures/measure';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** A measure as the catalogue shows it: the contract lets its words through, not its formula. */
export const definitionOf = (measure: Measure): MeasureDefinition => ({
  ...measure,
  hasTrend: !measure.isOfTheMoment,
  isOfSessions: SESSION_MEASURES.some(({ id }) => id === measure.id),
});
