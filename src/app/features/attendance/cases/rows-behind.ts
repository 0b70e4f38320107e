import type { Params } from '@angular/router';
import type { MeasureAnswer, Split } from '#domain/measures/measures.contract';

/** What rows can be narrowed to; times of day are of three kinds and hours of twenty-four. */
const NARROWED_BY: readonly Split[] = ['site', 'program', 'kind', 'track', 'level', 'weekday'];

/** The address of the sessions behind a figure, or behind one part of it; `null` where none lists them. */
export function rowsBehind(
  { measure, from, to, split }: MeasureAnswer,
  part: string | null = null,
): Params | null {
  const figure = { measure: measure.id, from, to, counts: 'numerator', split: null, by: null };
  if (part === null) return figure;
  return split && NARROWED_BY.includes(split) ? { ...figure, [split]: part } : null;
}
