import type { Day } from '#domain/calendar/calendar-day';
import { periodOf } from '#domain/calendar/periods';
import { figureOfSums } from '#domain/measures/figure-of';
import type { Counted, Measure, OutcomeCell, SessionMeasure } from '#domain/measures/measure';
import type {
  Finding,
  MeasurePoint,
  MeasureSeries,
  SpecialCause,
} from '#domain/measures/measures.contract';
import { type Trend, trendOf, type TrendPeriod } from '#domain/measures/trend';
import type { ClusterSums } from '#domain/statistics/clustered-rate';
import type { Course } from './course.ts';

/** Sessions of one line of a chart, counted by period, and what the interval needs of their clients. */
export interface SeriesCounts {
  id: string | null;
  name: string;
  periods: readonly { period: string; cell: OutcomeCell }[];
  sums: ClusterSums;
}

/** One line of a chart of sessions. */
export function seriesOf(
  measure: SessionMeasure,
  course: Course,
  { id, name, periods, sums }: SeriesCounts,
): MeasureSeries {
  const cells = Map.groupBy(periods, ({ period }) => period);
  return drawnSeries(measure, course, {
    id,
    name,
    figure: figureOfSums(measure, measure.count(periods.map(({ cell }) => cell)), sums),
    countedIn: (start) => measure.count((cells.get(start) ?? []).map(({ cell }) => cell)),
  });
}

export interface DrawnSeries extends Pick<MeasureSeries, 'id' | 'name' | 'figure'> {
  /** What was counted in the period that begins on a day. */
  countedIn: (start: Day) => Counted;
}

/** One line of a chart: its figure, its points with their limits, and what the rules found. */
export function drawnSeries(
  measure: Measure,
  course: Course,
  { id, name, figure, countedIn }: DrawnSeries,
): MeasureSeries {
  const trend = trendOf(
    measure,
    course.periods.map(({ start, until }): TrendPeriod => ({
      start,
      open: until > course.today,
      ...countedIn(start),
    })),
    {
      every: course.by,
      asOf: course.today,
      changes: course.changes.map(({ day, words }) => ({ on: day, words })),
    },
  );
  return {
    id,
    name,
    figure,
    points: pointsOf(measure, course, trend),
    title: trend.title,
    findings: trend.findings.map((finding) => findingOf(measure, course, finding)),
    limits: limitsInWords(measure, trend),
  };
}

function pointsOf(measure: Measure, course: Course, { stretches }: Trend): MeasurePoint[] {
  return stretches.flatMap(({ points }) =>
    points.map((point) => {
      const { until } = periodOf(point.start, course.by);
      const { start, value, numerator, denominator, excluded, unrecorded, open } = point;
      return {
        start,
        until,
        value,
        numerator,
        denominator,
        excluded,
        unrecorded,
        open,
        daysOver: open ? course.daysOver : null,
        poorlyRecorded: point.poorlyRecorded,
        closures: course.closures.filter(({ day, lastDay }) => start <= lastDay && day < until),
        centre: point.centre,
        low: point.limits?.low ?? null,
        high: point.limits?.high ?? null,
        cause: point.cause && causeOf(measure, point.cause),
      };
    }),
  );
}

const findingOf = (
  measure: Measure,
  { by }: Course,
  finding: Trend['findings'][number],
): Finding => ({
  cause: causeOf(measure, finding),
  start: finding.from,
  until: untilOf(finding.to, by),
  name: finding.name,
  sentence: finding.sentence,
});

const untilOf = (start: Day, by: Course['by']): Day => periodOf(start, by).until;

function causeOf(
  { direction: better }: Measure,
  { rule, direction }: Pick<SpecialCause, 'rule' | 'direction'>,
): SpecialCause {
  const concern = better === 'neither' ? null : (better === 'higher') === (direction === 'down');
  return { rule, direction, concern };
}

/** Which limits are drawn, or why there are none. */
function limitsInWords({ unit }: Measure, { stretches }: Trend): string {
  const none = stretches.find(({ noLimits }) => noLimits !== null);
  if (none && stretches.every(({ mean }) => mean === null)) return `no limits: ${none.noLimits}`;
  if (unit === 'share') return 'Laney p′ limits, 3σ';
  return unit === 'hours' ? 'XmR limits, by the hours scheduled' : 'XmR limits, by what it is of';
}
