import type { MeasurePoint, MeasureSeries } from '#domain/measures/measures.contract';
import type { ChartTable } from '../chart/chart-table';
import { periodWords, type Period } from '../chart/period-words';
import {
  type CountedIn,
  formatCount,
  formatCounted,
  formatNumber,
  formatValue,
  type Unit,
} from '../figure/format-rate';
import { formatLevel } from '../figure/format-scale';
import { causeWords } from './cause-words';
import { closureWords, daysOver } from './point-words';

/** The points of one line in rows. */
export const seriesTable = (
  { points }: MeasureSeries,
  by: Period,
  unit: Unit,
  countedIn: CountedIn = 'sessions',
): ChartTable => ({
  head: [
    by === 'week' ? 'Week' : 'Month',
    'Value',
    'Counted',
    'Of',
    'Not recorded',
    'Left out',
    'Lower limit',
    'Mean',
    'Upper limit',
    'Remarks',
  ],
  words: 1,
  rows: points.map((point) => [
    periodWords(point.start, by),
    formatValue(point, unit) ?? 'none yet',
    formatCounted(point.numerator, countedIn),
    formatCounted(point.denominator, countedIn),
    formatNumber(point.unrecorded),
    formatNumber(point.excluded),
    ...[point.low, point.centre, point.high].map((level) =>
      level === null ? 'none' : formatLevel(level, unit),
    ),
    remarksOn(point, unit),
  ]),
});

/** Several lines, a column each: value and count, so that sites can be read across a week. */
export const groupsTable = (
  groups: readonly MeasureSeries[],
  by: Period,
  unit: Unit,
  countedIn: CountedIn = 'sessions',
): ChartTable => ({
  head: [by === 'week' ? 'Week' : 'Month', ...groups.flatMap(({ name }) => [name, 'n/N'])],
  rows: (groups[0]?.points ?? []).map(({ start }) => [
    periodWords(start, by),
    ...groups.flatMap(({ points }) => {
      const point = points.find((other) => other.start === start);
      if (!point) return ['none yet', '0/0'];
      return [formatValue(point, unit) ?? 'none yet', formatCount(point, countedIn)];
    }),
  ]),
});

function remarksOn(point: MeasurePoint, unit: Unit): string {
  const remarks = [
    causeWords(point, unit),
    daysOver(point),
    point.poorlyRecorded ? 'poorly recorded' : null,
    ...point.closures.map(closureWords),
  ];
  return remarks.filter((remark) => remark !== null).join('; ');
}
