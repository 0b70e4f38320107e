import { firstAppointment } from '#domain/aftercare/discharge';
import { isOver } from '#domain/measures/after-discharge';
import { TRANSITION_PARTS, type TransitionPart } from '#domain/aftercare/transition-parts';
import type { TransitionRow, Transitions } from '#domain/aftercare/transitions.contract';
import { DISCHARGE_REASONS } from '#domain/episode/discharge-reason';
import type { Figure } from '#domain/measures/figure.contract';
import { figureOfCounted } from '#domain/measures/figure-of';
import { LINKAGE, linkageId } from '#domain/measures/linkage';
import { funnelOf } from '#domain/statistics/funnel';
import { isRateShown, isSmall, shownOf } from '#domain/statistics/small-cells';
import { countedAfter } from '../measures/discharge-tallies.ts';
import type { SplitPart } from '../measures/split-parts.queries.ts';
import type { FoundDischarge } from './discharges.queries.ts';

type Names = Record<'site' | 'program', (key: string) => SplitPart>;

/**
 * Live discharges apart, by name and never by value; those whose 30 days are not over wait, or every
 * row would tell of a few. What is of 1 to 10, or could be worked out from
 * the rest, is left out; a rate against funnel limits around all parts, so that nobody is ranked by chance.
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
    booked: booked.shown[index] ?? null,
    kept: kept.shown[index] ?? null,
    keptLater: keptLater.shown[index] ?? null,
    outside: kept.shown[index] ? (kept.outside[index] ?? null) : null,
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

/** A rate of every part: which may be shown, and on which side of the limits it lies. */
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
    shown: withoutFew(figures),
    outside: figures.map(({ value }, index) => {
      const point = funnel?.points[index];
      if (!point?.outside || value === null) return null;
      const side = value > point.limits[point.outside].high ? 'above' : 'below';
      return `${side} the ${point.outside}% limit`;
    }),
  };
}

/** Where one rate alone would be left out, the next smallest goes with it: the whole is known. */
function withoutFew(figures: readonly Figure[]): (Figure | null)[] {
  const shown = figures.map(
    ({ numerator, denominator, excluded, unrecorded }) =>
      isRateShown(numerator, denominator) && ![excluded, unrecorded].some(isSmall),
  );
  if (shown.filter((is) => !is).length === 1) {
    const [next] = figures
      .map(({ denominator }, index) => ({ denominator, index }))
      .filter(({ denominator, index }) => shown[index] && denominator > 0)
      .sort((a, b) => a.denominator - b.denominator);
    if (next) shown[next.index] = false;
  }
  return figures.map((figure, index) => (shown[index] ? figure : null));
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
