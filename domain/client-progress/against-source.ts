import type { Day } from '../calendar/calendar-day.ts';
import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import type { PlanInForce } from '../episode/plan-in-force.ts';
import type { NewClientEntry } from './client-entry.contract.ts';

type Planned = Extract<NewClientEntry, { kind: 'phase' | 'planned-discharge' }>;

/**
 * What the source says of the same as an entry, as the entry keeps it: later it is held against what the
 * source says then. The days of phases, not today's: that a planned phase begins is no change.
 */
export function sourceVersion(kind: Planned['kind'], source: PlanInForce | null): unknown {
  if (kind === 'planned-discharge') return { endsOn: source?.endsOn ?? null };
  return { phases: (source?.phases ?? []).map(({ number, startsOn }) => [number, startsOn]) };
}

/**
 * What the source says by now, in words, where that is neither what the entry was based on nor what the
 * entry says; else `null`. What somebody wrote counts until a person has looked.
 */
export function againstSource(
  entry: Pick<Planned, 'kind' | 'says'>,
  basedOn: unknown,
  source: PlanInForce | null,
  today: Day,
): string | null {
  const { kind, says } = entry as Planned;
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
