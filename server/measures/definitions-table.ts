import { MEASURES } from '#domain/measures/catalogue';
import type { Table } from '../exports/table.ts';

/** What every measure means, beside the figures that leave. */
export const definitionsTable = (): Table => ({
  name: 'Definitions',
  head: ['Measure', 'Definition', 'Numerator', 'Denominator', 'Left out', 'Unit', 'Source'],
  rows: MEASURES.map(({ name, sentence, numerator, denominator, leftOut, unit, standard }) => [
    name,
    sentence,
    numerator,
    denominator,
    leftOut,
    unit,
    standard,
  ]),
});
