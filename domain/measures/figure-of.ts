import {
  type ClusterSums,
  clusteredIntervalOfSums,
  type Interval,
  sumsOf,
} from '../statistics/clustered-rate.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { Figure } from './figure.contract.ts';
import type { Counted, Measure, OutcomeCell, SessionMeasure } from './measure.ts';
import { valueOf } from './value-of.ts';

/** The figure of a session measure over several clients, each with their own cells. */
export const figureOf = (
  measure: SessionMeasure,
  cellsByClient: readonly (readonly OutcomeCell[])[],
): Figure =>
  figureOfCounted(
    measure,
    cellsByClient.map((cells) => measure.count(cells)),
  );

/** The same from what the measure counted of each client. */
export const figureOfCounted = (measure: Measure, perClient: readonly Counted[]): Figure =>
  figureOfSums(
    measure,
    addUp(perClient),
    sumsOf(
      perClient.map(({ numerator, denominator }) => ({ counted: numerator, of: denominator })),
    ),
  );

/** The same from sums over all clients, where a database has added them up. */
export function figureOfSums(measure: Measure, total: Counted, sums: ClusterSums): Figure {
  const interval = intervalOf(measure, total, sums);
  return {
    value: valueOf(measure, total),
    numerator: total.numerator,
    denominator: total.denominator,
    excluded: total.excluded,
    unrecorded: total.unrecorded,
    ...('none' in interval
      ? { interval: null, noInterval: interval.none }
      : { interval, noInterval: null }),
    ...(measure.countedIn === 'minutes' ? { assumedMinutes: total.assumedMinutes } : {}),
  };
}

/** What was counted of several clients, sites or weeks, together. */
export const addUp = (all: readonly Counted[]): Counted => ({
  numerator: sum(all, ({ numerator }) => numerator),
  denominator: sum(all, ({ denominator }) => denominator),
  excluded: sum(all, ({ excluded }) => excluded),
  unrecorded: sum(all, ({ unrecorded }) => unrecorded),
  past: sum(all, ({ past }) => past),
  assumedMinutes: sum(all, ({ assumedMinutes }) => assumedMinutes),
});

function intervalOf(
  { interval, unit }: Measure,
  total: Counted,
  sums: ClusterSums,
): Interval | { none: string } {
  if (interval === 'wilson') return wilsonInterval(total.numerator, total.denominator);
  if (interval === 'clustered-by-client') return clusteredIntervalOfSums(sums);
  return { none: unit === 'share' ? 'all records, not a sample' : 'a total, not a rate' };
}

const sum = (all: readonly Counted[], part: (counted: Counted) => number): number =>
  all.reduce((total, counted) => total + part(counted), 0);
