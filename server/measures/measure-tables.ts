import type {
  MeasureAnswer,
  MeasurePoint,
  MeasureSeries,
} from '#domain/measures/measures.contract';
import { isRateShown, shownOf } from '#domain/statistics/small-cells';
import type { Exported } from '../exports/about-file.ts';
import { TOO_FEW } from '../exports/small-counts.ts';
import type { Table } from '../exports/table.ts';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { definitionsTable } from './definitions-table.ts';

/** What the file is of: the measure, whose sessions, of which days. */
export const ofMeasure = ({ measure, scope, from, to, by, asOf }: MeasureAnswer): string[] => [
  `${measure.name}: ${measure.sentence}`,
  `${scope}, ${from} to ${to}, by ${by}; as of ${asOf}`,
];

/** The points of the chart, and what every measure means. */
export const measureTables = (
  answer: MeasureAnswer,
  exported: Exported,
  rules: ProgramDefaults,
): Table[] => [pointsTable(answer, exported), definitionsTable(rules)];

function pointsTable(answer: MeasureAnswer, { suppressed }: Exported): Table {
  const series = [answer.whole, ...answer.groups];
  return {
    name: 'Points',
    head: [
      answer.by === 'week' ? 'Week from' : 'Month from',
      'Of',
      'Numerator',
      'Denominator',
      'Value',
      'Lower limit',
      'Upper limit',
      'Left out',
      'Not recorded',
      'Marks',
    ],
    rows: series.flatMap((one) => rowsOf(one, answer, suppressed)),
  };
}

function rowsOf(
  { name, points }: MeasureSeries,
  { measure, whole }: MeasureAnswer,
  suppressed: boolean,
): Table['rows'] {
  const isTotal = measure.unit !== 'share';
  const shown = suppressed
    ? shownOf(points.map(({ numerator }) => numerator))
    : points.map(() => true);
  return points.map((point, index) => {
    const isShown =
      shown[index] && (isTotal || !suppressed || isRateShown(point.numerator, point.denominator));
    return [
      point.start,
      name === whole.name ? 'All' : name,
      isShown ? point.numerator : TOO_FEW,
      point.denominator,
      isShown ? rounded(point.value) : null,
      rounded(point.low),
      rounded(point.high),
      point.excluded,
      point.unrecorded,
      marksOf(point),
    ];
  });
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;

const marksOf = ({ open, poorlyRecorded, cause, closures }: MeasurePoint): string =>
  [
    ...(open ? ['not over'] : []),
    ...(poorlyRecorded ? ['poorly recorded'] : []),
    ...(cause ? [`${cause.rule} ${cause.direction}`] : []),
    ...closures.map(({ day, lastDay, site, words }) => {
      const days = day === lastDay ? day : `${day} to ${lastDay}`;
      const how = words === null ? 'by the schedule' : `set: ${words}`;
      return `closed ${days} at ${site ?? 'every site'}, ${how}`;
    }),
  ].join('; ');
