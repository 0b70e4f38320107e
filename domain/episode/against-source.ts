import type { Day } from '../calendar/calendar-day.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import type { PlanChange, PlanInForce } from './plan-in-force.ts';

/** What staff wrote of a plan, with what the source said of the same when they did. */
export type WrittenChange = PlanChange & { basedOn: unknown };

/**
 * What the source says of the same as an entry, as the entry keeps it: later it is held against what the
 * source says then. The days of phases, not today's: that a planned phase begins is no change.
 */
export function sourceVersion(kind: PlanChange['kind'], source: PlanInForce | null): unknown {
  if (kind === 'planned-discharge') return { endsOn: source?.endsOn ?? null };
  return { phases: (source?.phases ?? []).map(({ number, startsOn }) => [number, startsOn]) };
}

/**
 * What the source says by now, in words, where that is neither what the entry was based on nor what the
 * entry says; else `null`. What somebody wrote counts until a person has looked.
 */
export function againstSource(
  entry: PlanChange,
  basedOn: unknown,
  source: PlanInForce | null,
  today: Day,
): string | null {
  const { kind, says } = entry;
  if (JSON.stringify(sourceVersion(kind, source)) === JSON.stringify(basedOn)) return null;
  if (kind === 'planned-discharge') {
    const endsOn = source?.endsOn ?? null;
    if (endsOn === says.on) return null;
    return endsOn === null ? 'no planned discharge' : calendarDayInWords(endsOn, today);
  }
  const phases = source?.phases ?? [];
  if (phases.some(({ number, startsOn }) => number === says.number && startsOn === says.from))
    return null;
  const words = phases.map(
    ({ number, startsOn }) => `phase ${number} from ${calendarDayInWords(startsOn, today)}`,
  );
  return words.join(', ') || 'no phase';
}

/** What was written last of a kind, and what the source says instead by now, both in words. */
export interface SourceDiffers {
  kind: PlanChange['kind'];
  ours: string;
  source: string;
}

/** Of a plan's entries those that the source contradicts by now; of each kind the last one counts. */
export function sourceDiffers(
  changes: readonly WrittenChange[],
  source: PlanInForce | null,
  today: Day,
): SourceDiffers[] {
  return (['phase', 'planned-discharge'] as const).flatMap((kind) => {
    const last = changes.findLast((change) => change.kind === kind);
    const says = last ? againstSource(last, last.basedOn, source, today) : null;
    return last && says !== null ? [{ kind, ours: inWords(last, today), source: says }] : [];
  });
}

const inWords = (change: PlanChange, today: Day): string =>
  change.kind === 'phase'
    ? `phase ${change.says.number} from ${calendarDayInWords(change.says.from, today)}`
    : calendarDayInWords(change.says.on, today);
