import { clusteredInterval, type Interval } from '../statistics/clustered-rate.ts';
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
export function figureOfCounted(measure: Measure, perClient: readonly Counted[]): Figure {
  const total = addUp(perClient);
  const interval = intervalOf(measure, perClient, total);
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
  perClient: readonly Counted[],
  total: Counted,
): Interval | { none: string } {
  if (interval === 'wilson') return wilsonInterval(total.numerator, total.denominator);
  if (interval === 'none')
    return { none: unit === 'share' ? 'all records, not a sample' : 'a total, not a rate' };
  return clusteredInterval(
    perClient.map(({ numerator, denominator }) => ({ counted: numerator, of: denominator })),
  );
}

const sum = (all: readonly Counted[], part: (counted: Counted) => number): number =>
  all.reduce((total, counted) => total + part(counted), 0);
