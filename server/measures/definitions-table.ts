import { MEASURES } from '#domain/measures/catalogue';
import { inWords } from '#domain/measures/in-words';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Table } from '../exports/table.ts';

/** What every measure means, beside the figures that leave. */
export const definitionsTable = (rules: ProgramDefaults): Table => ({
  name: 'Definitions',
  head: ['Measure', 'Definition', 'Numerator', 'Denominator', 'Left out', 'Unit', 'Source'],
  rows: MEASURES.map((measure) => inWords(measure, rules)).map((measure) => [
    measure.name,
    measure.sentence,
    measure.numerator,
    measure.denominator,
    measure.leftOut,
    measure.unit,
    measure.standard,
  ]),
});
