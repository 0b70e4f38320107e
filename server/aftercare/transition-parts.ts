import { firstAppointment } from '#domain/aftercare/discharge';
import { isOver } from '#domain/measures/after-discharge';
import { TRANSITION_PARTS, type TransitionPart } from '#domain/aftercare/transition-parts';
import type {
  TransitionRate,
  TransitionRow,
  Transitions,
} from '#domain/aftercare/transitions.contract';
import { DISCHARGE_REASONS } from '#domain/episode/discharge-reason';
import type { Figure } from '#domain/measures/figure.contract';
import { figureOfCounted } from '#domain/measures/figure-of';
import { LINKAGE, linkageId } from '#domain/measures/linkage';
import { funnelOf } from '#domain/statistics/funnel';
import { ratesShown } from '#domain/statistics/rates-shown';
import { shownOf } from '#domain/statistics/small-cells';
import { countedAfter } from '../measures/discharge-tallies.ts';
import type { SplitPart } from '../measures/split-parts.queries.ts';
import type { FoundDischarge } from './discharges.queries.ts';

type Names = Record<'site' | 'program', (key: string) => SplitPart>;

/**
 * Live discharges apart, by name and never by value; those whose 30 days are not over wait, or every
 * row would tell of a few. What is of 1 to 10, or could be worked out from the rest, is left out, and a rate
 * whose parts would give it away stands without them; each against funnel limits around all parts, so that nobody is ranked by chance.
 */
export const transitionParts = (
  live: readonly FoundDischarge[],
  names: Names,
): Transitions['parts'] => {
  const followed = live.filter((one) => isOver(one, FOLLOWED_DAYS));
  return TRANSITION_PARTS.map((by) => ({ by, rows: rowsOf(followed, by, names) }));
};

const FOLLOWED_DAYS = 30;

function rowsOf(
  live: readonly FoundDischarge[],
  by: TransitionPart,
  names: Names,
): TransitionRow[] {
  const parts = [...Map.groupBy(live, (one) => keyOf(one, by))]
    .map(([key, own]) => ({ ...partOf(key, by, names), own }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const counts = shownOf(parts.map(({ own }) => own.length));
  const booked = columnOf(parts, linkageId('booked', 14, 'live'));
  const kept = columnOf(parts, linkageId('kept', 14, 'live'));
  const keptLater = columnOf(parts, linkageId('kept', 30, 'live'));
  return parts.map(({ id, name, own }, index) => ({
    id,
    name,
    discharges: counts[index] ? own.length : null,
    booked: booked.rates[index] ?? NOT_SAID,
    kept: kept.rates[index] ?? NOT_SAID,
    keptLater: keptLater.rates[index] ?? NOT_SAID,
    outside: isSaid(kept.rates[index]) ? (kept.outside[index] ?? null) : null,
  }));
}

function keyOf(discharge: FoundDischarge, by: TransitionPart): string {
  if (by === 'site') return discharge.site;
  if (by === 'program') return discharge.unit;
  if (by === 'reason') return `${discharge.reason ?? 0}`;
  return firstAppointment(discharge).to ?? '';
}

function partOf(key: string, by: TransitionPart, names: Names): SplitPart {
  if (by === 'site' || by === 'program') return names[by](key);
  if (by === 'destination') return { id: key, name: key || 'No referral, or not said where to' };
  const reason: string | undefined =
    DISCHARGE_REASONS[Number(key) as keyof typeof DISCHARGE_REASONS];
  return { id: key, name: reason ? sentenceCase(reason) : 'Reason not recorded' };
}

const NOT_SAID: TransitionRate = { figure: null, rough: null };
const isSaid = (rate: TransitionRate = NOT_SAID): boolean =>
  rate.figure !== null || rate.rough !== null;

/** A rate of every part: what may be said of it, and on which side of the limits it lies. */
function columnOf(parts: readonly { own: readonly FoundDischarge[] }[], id: string) {
  const measure = LINKAGE.find((one) => one.id === id);
  if (!measure) throw new Error(`${id} is no measure.`);
  const figures = parts.map(({ own }) =>
    figureOfCounted(
      measure,
      own.flatMap((one) => countedAfter(measure.formula(one)) ?? []),
    ),
  );
  const funnel = funnelOf(
    figures.map(({ numerator, denominator }) => ({ counted: numerator, of: denominator })),
  );
  return {
    rates: sayableOf(figures),
    outside: figures.map(({ value }, index) => {
      const point = funnel?.points[index];
      if (!point?.outside || value === null) return null;
      const side = value > point.limits[point.outside].high ? 'above' : 'below';
      return `${side} the ${point.outside}% limit`;
    }),
  };
}

const sayableOf = (figures: readonly Figure[]): TransitionRate[] => {
  const shown = ratesShown(figures);
  return figures.map((figure, index) => ({
    figure: shown[index] === 'exact' ? figure : null,
    rough: shown[index] === 'rough' ? roughly(figure) : null,
  }));
};

function roughly({ value, interval }: Figure): TransitionRate['rough'] {
  if (value === null) return null;
  const { low, high } = interval ?? { low: null, high: null };
  return {
    value: inPercent(value),
    interval: low === null || high === null ? null : { low: inPercent(low), high: inPercent(high) },
  };
}

const inPercent = (share: number): number => Math.round(share * 100) / 100;

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
