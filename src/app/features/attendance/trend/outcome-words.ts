import type { OutcomeCell, SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { ChartTable } from '../../../ui/chart/chart-table';
import { periodWords, type Period } from '../../../ui/chart/period-words';
import { formatNumber, formatRate } from '../../../ui/figure/format-rate';
import { allSessions, type Behind, heightOf, type OutcomePart, partsIn } from './outcome-part';

/** A part's height in words: '403', '68.9%', '1,209 h'. */
export function heightWords(
  cells: readonly OutcomeCell[],
  part: OutcomePart,
  behind: Behind,
): string {
  const height = heightOf(cells, part, behind);
  if (height === null) return 'none held';
  if (behind === 'share')
    return formatRate({ value: height, denominator: allSessions(cells) }) ?? '';
  return behind === 'hours' ? `${formatNumber(height)} h` : formatNumber(height);
}

/** 'Week of 2 Nov: 403 attended, 41 no-show, 12 not recorded; 588 in all.' for each period. */
export function outcomeReadings(outcomes: SessionOutcomes, by: Period, behind: Behind): string[] {
  const parts = partsIn(outcomes);
  return outcomes.periods.map(({ start, open, cells }) => {
    const said = parts
      .filter((part) => (heightOf(cells, part, behind) ?? 0) > 0)
      .map((part) => `${heightWords(cells, part, behind)} ${part.word.toLowerCase()}`);
    const all = `${formatNumber(allSessions(cells))} sessions in all`;
    const facts = [open ? 'not over' : '', ...said, all].filter(Boolean);
    return `${periodWords(start, by)}: ${facts.join(', ')}.`;
  });
}

/** The bars in rows. */
export function outcomeTable(outcomes: SessionOutcomes, by: Period, behind: Behind): ChartTable {
  const parts = partsIn(outcomes);
  return {
    head: [by === 'week' ? 'Week' : 'Month', ...parts.map(({ word }) => word), 'Sessions in all'],
    rows: outcomes.periods.map(({ start, open, cells }) => [
      `${periodWords(start, by)}${open ? ', not over' : ''}`,
      ...parts.map((part) => heightWords(cells, part, behind)),
      formatNumber(allSessions(cells)),
    ]),
  };
}

/** How many of each there were over the whole period. */
export function totalsWords({ periods }: SessionOutcomes, parts: readonly OutcomePart[]): string {
  const cells = periods.flatMap((period) => period.cells);
  const said = parts.map((part) => `${part.word} ${heightWords(cells, part, 'count')}`);
  return `Over the whole period: ${said.join(', ')}.`;
}
