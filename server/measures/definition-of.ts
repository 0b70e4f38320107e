import { SESSION_MEASURES } from '#domain/measures/catalogue';
import { inWords } from '#domain/measures/in-words';
import type { Measure } from '#domain/measures/measure';
import type { MeasureDefinition } from '#domain/measures/measures.contract';

import type { ProgramDefaults } from '#domain/settings/program-defaults';

/** A measure as the catalogue shows it: the contract lets its words through, not its formula. */
export const definitionOf = (measure: Measure, rules: ProgramDefaults): MeasureDefinition => ({
  ...inWords(measure, rules),
  hasTrend: !measure.isOfTheMoment,
  isOfSessions: SESSION_MEASURES.some(({ id }) => id === measure.id),
});
