import type { Day } from '../calendar/calendar-day.ts';
import type { PeriodKind } from '../calendar/periods.ts';
import { laneyLimits } from '../statistics/laney-p.ts';
import {
  type ChartPoint,
  type RunLengths,
  type SpecialCause,
  specialCauses,
} from '../statistics/special-causes.ts';
import { FEWEST_POINTS, stretchesOf } from '../statistics/stretches.ts';
import { xmrLimits } from '../statistics/xmr.ts';
import type { Counted, Measure } from './measure.ts';
import { findingsOf, type Finding } from './trend-findings.ts';
import { rateOf } from '../attendance/attendance-counts.ts';
import { valueOf } from './value-of.ts';

/** What was counted in one week or month. */
export interface TrendPeriod extends Omit<Counted, 'assumedMinutes'> {
  start: Day;
  /** Not over yet. */
  open: boolean;
  /** Days of the period on which the program was closed. */
  closedDays?: number;
}

/** Something the program did otherwise from a day on, e.g. 'evening track opens'. */
export interface ProcessChange {
  on: Day;
  words: string;
}

export interface TrendPoint extends TrendPeriod {
  /** `null` where nothing was there to count: a gap, not 0. */
  value: number | null;
  poorlyRecorded: boolean;
  /** What the mean comes to in this period; `null` where there is none. */
  centre: number | null;
  /** `null` for a point outside the rules, or in a stretch without limits. */
  limits: { low: number; high: number } | null;
  cause: Pick<SpecialCause, 'rule' | 'direction'> | null;
}

/** Points of one process, from one mark of a change to the next. */
export interface TrendStretch {
  points: TrendPoint[];
  /** Of a share, or of a total by its denominator; `null` where there are no limits, and `noLimits` says why. */
  mean: number | null;
  noLimits: string | null;
}

export interface Trend {
  stretches: TrendStretch[];
  /** What the rules found, the latest first. */
  findings: Finding[];
  /** The latest finding as a title; `null` where no rule applies, and the question stands instead. */
  title: string | null;
  question: string;
}

export interface TrendRules {
  every: PeriodKind;
  /** The day of the figure: it decides which years are said. */
  asOf: Day;
  changes?: readonly ProcessChange[];
  runLengths?: Partial<RunLengths>;
}

/** Past sessions without an outcome from which a period is drawn as uncertain: more than one in ten. */
const POORLY_RECORDED = 0.1;

/**
 * A measure over time, with limits and special causes, on control charts: Laney p′ for shares, XmR
 * for totals by what they are of. Takes one period for every week or month in order, those without
 * sessions included.
 *
 * A period that is not over is outside the limits and the rules. One that is poorly recorded takes
 * part in both, and is marked, so that nobody reads a missing record as a missed session.
 */
export function trendOf(
  measure: Measure,
  periods: readonly TrendPeriod[],
  { every, asOf, changes = [], runLengths = {} }: TrendRules,
): Trend {
  const stretches = stretchesOf(
    periods,
    changes.map(({ on }) => on),
  ).map((stretch) => chartOf(measure, stretch, runLengths));
  const findings = findingsOf(
    measure,
    stretches.map(({ points, causes }) => ({ points, causes })),
    { every, asOf },
  );
  return {
    stretches: stretches.map(({ points, mean, noLimits }) => ({ points, mean, noLimits })),
    findings,
    title: findings[0]?.title ?? null,
    question: questionOf(measure),
  };
}

/** One stretch on limits of its own. */
function chartOf(
  measure: Measure,
  periods: readonly TrendPeriod[],
  runLengths: Partial<RunLengths>,
): TrendStretch & { causes: (SpecialCause | null)[] } {
  const values = periods.map((period) => valueOf(measure, period));
  const chart = limitsOf(measure, periods);
  const charted = 'none' in chart ? periods.map(() => null) : chart.points;
  const causes = specialCauses(charted, runLengths);
  const points = periods.map((period, index): TrendPoint => {
    const cause = causes[index];
    return {
      ...period,
      value: values[index] ?? null,
      poorlyRecorded: period.unrecorded > POORLY_RECORDED * period.past,
      centre: 'none' in chart ? null : shownCentre(measure, chart.mean, period),
      limits: shownLimits(measure, charted[index] ?? null, period),
      cause: cause ? { rule: cause.rule, direction: cause.direction } : null,
    };
  });
  return 'none' in chart
    ? { points, causes, mean: null, noLimits: chart.none }
    : { points, causes, mean: chart.mean, noLimits: null };
}

type Chart = { mean: number; points: (ChartPoint | null)[] } | { none: string };

/**
 * What happens in fewer than half of the periods has no spread between most neighbours: limits would
 * lie on the mean, and nearly every point outside them. Rare events want a chart of the time between.
 */
function limitsOf(measure: Measure, periods: readonly TrendPeriod[]): Chart {
  const counting = periods.map((period) =>
    period.open || valueOf(measure, period) === null ? null : period,
  );
  if (counting.filter((period) => period !== null).length < FEWEST_POINTS)
    return { none: `fewer than ${FEWEST_POINTS} points` };
  if (measure.unit === 'share') return shareChart(counting);
  const charted = counting.filter((period) => period !== null);
  if (charted.filter(({ numerator }) => numerator === 0).length >= charted.length / 2)
    return { none: `too rare: none in half of the points or more` };
  const isOfNothing = charted.every(({ denominator }) => denominator === 0);
  return isOfNothing
    ? { none: 'part of no whole: it follows how many are in care' }
    : totalChart(counting);
}

function shareChart(periods: readonly (TrendPeriod | null)[]): Chart {
  const chart = laneyLimits(
    periods.map((period) => period && { counted: period.numerator, of: period.denominator }),
  );
  if ('none' in chart) return chart;
  const { mean } = chart;
  return {
    mean,
    points: periods.map((period, index) => {
      const limits = chart.limits[index];
      if (!period || !limits) return null;
      // Not cut at 0 and 1: two thirds of the way to a limit is two standard deviations.
      const reach = 3 * limits.sigma;
      const value = period.numerator / period.denominator;
      return { value, centre: mean, low: mean - reach, high: mean + reach };
    }),
  };
}

/**
 * A total follows how much was scheduled: with more clients in care more hours are delivered and more
 * are lost, which is no special cause. So the chart is of the total by its denominator, and is drawn
 * back in hours: limits follow the hours scheduled in the week.
 */
function totalChart(periods: readonly (TrendPeriod | null)[]): Chart {
  const ratios = periods.map((period) => period && rateOf(period));
  const limits = xmrLimits(ratios);
  if ('none' in limits) return limits;
  const { mean, low, high } = limits;
  return {
    mean,
    points: ratios.map((value) => (value === null ? null : { value, centre: mean, low, high })),
  };
}

const shownCentre = (
  { unit }: Measure,
  mean: number,
  { denominator, open }: TrendPeriod,
): number | null => {
  if (unit === 'share') return mean;
  return open ? null : mean * denominator;
};

/** No share lies below 0 or above 1, and no total below 0. */
function shownLimits(
  { unit }: Measure,
  point: ChartPoint | null,
  { denominator }: TrendPeriod,
): TrendPoint['limits'] {
  if (!point) return null;
  if (unit === 'share') return { low: Math.max(0, point.low), high: Math.min(1, point.high) };
  return { low: Math.max(0, point.low) * denominator, high: point.high * denominator };
}

function questionOf({ subject: { words, plural } }: Measure): string {
  const inside = words.charAt(0).toLowerCase() + words.slice(1);
  return `${plural ? 'Have' : 'Has'} ${inside} changed?`;
}
