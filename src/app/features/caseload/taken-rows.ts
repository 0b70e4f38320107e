import type { Caseload } from '#domain/caseload/caseload.contract';
import { type Arrangement, arrangeLines, type CaseloadRow } from './arrange-lines';
import { arrangementInWords } from './arrangement-in-words';

/** What is printed and taken as a file, and how it came about. */
export interface TakenRows {
  rows: readonly CaseloadRow[];
  narrowed: string;
}

/** Those who are selected, whatever the filters hide, or else the list as it is. */
export function takenRows(
  listed: readonly CaseloadRow[],
  { lines }: Caseload,
  arrangement: Arrangement,
  selected: ReadonlySet<string>,
): TakenRows {
  if (selected.size === 0) return { rows: listed, narrowed: arrangementInWords(arrangement, 0) };
  const everybody = { ...arrangement, program: '', reason: '', news: '', text: '', only: null };
  const chosen = lines.filter(({ clientId }) => selected.has(clientId));
  return {
    rows: arrangeLines(chosen, everybody),
    narrowed: arrangementInWords(everybody, selected.size),
  };
}
