import { MEASURES } from '#domain/measures/catalogue';
import type {
  MeasureAnswer,
  MeasurePoint,
  MeasureSeries,
} from '#domain/measures/measures.contract';
import { isRateShown, shownOf } from '#domain/statistics/small-cells';
import type { Table } from '../exports/table.ts';

/** 42 CFR 2.32(a)(2), the short statement. */
const NOTICE = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';
const TOO_FEW = 'fewer than 11';

export interface Exported {
  by: string;
  at: string;
  /** Counts of few people are left out: not in a counselor's own list. */
  suppressed: boolean;
}

/** What stands above every export: what it is, of whom, who took it, and the notice. */
export const aboutExport = (answer: MeasureAnswer, { by, at, suppressed }: Exported): string[] => [
  `${answer.measure.name}: ${answer.measure.sentence}`,
  `${answer.scope}, ${answer.from} to ${answer.to}, by ${answer.by}; as of ${answer.asOf}`,
  `Exported by ${by}, ${at}`,
  ...(suppressed
    ? ['Counts from 1 to 10, and what they could be worked out from, are left out.']
    : []),
  ...(answer.incomplete ? ['Years of history are still being read: figures may grow.'] : []),
  NOTICE,
];

/** The points of the chart, what every measure means, and what stands above them. */
export const measureTables = (answer: MeasureAnswer, exported: Exported): Table[] => [
  pointsTable(answer, exported),
  definitions(),
  {
    name: 'About',
    head: ['About this export'],
    rows: aboutExport(answer, exported).map((line) => [line]),
  },
];

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
    ...closures.map(({ day, site }) => `closed ${day} at ${site}`),
  ].join('; ');

const definitions = (): Table => ({
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
