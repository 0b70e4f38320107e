import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** What stands behind a figure, a row each: 'sessions', 'discharges', 'follow-ups'; else 'rows'. */
export function rowsWord({
  countedIn,
  isOfSessions,
  isOfDischarges,
}: Pick<MeasureDefinition, 'countedIn' | 'isOfSessions' | 'isOfDischarges'>): string {
  if (isOfSessions) return 'sessions';
  if (countedIn === 'follow-ups') return 'follow-ups';
  return isOfDischarges ? 'discharges' : 'rows';
}

/** A row is counted once, as one: how many of them there are stands in the figure. */
export const isCountedByRows = ({ countedIn }: Pick<MeasureDefinition, 'countedIn'>): boolean =>
  ['sessions', 'discharges', 'follow-ups'].includes(countedIn);
