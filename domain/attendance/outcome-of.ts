import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Outcome } from './attendance-status.ts';

/** An encounter that took place; instants in milliseconds. */
export interface Presence {
  startedAt: number;
  /** `null` while the client is still there, or where the source does not say. */
  endedAt: number | null;
  /** Minutes present, as recorded; `null` where not. */
  minutes: number | null;
}

export interface Settled {
  outcome: Outcome | null;
  /** Recorded minutes; `null` where nobody recorded them: then the scheduled ones are assumed. */
  minutes: number | null;
  /** The booking says the client was absent, the encounter that they were there. */
  contradictory: boolean;
}

/**
 * What became of a booking: an encounter proves presence whatever the booking says; without one the
 * booking's own outcome stands. Late and early are measured against the booked times.
 */
export function outcomeOf(
  booking: { startsAt: number; endsAt: number; outcome: Outcome | null },
  presence: Presence | null,
  { lateMinutes }: Pick<ProgramDefaults, 'lateMinutes'>,
): Settled {
  if (!presence) return { outcome: booking.outcome, minutes: null, contradictory: false };
  const tolerance = lateMinutes * 60_000;
  const late = presence.startedAt - booking.startsAt > tolerance;
  const early = presence.endedAt !== null && booking.endsAt - presence.endedAt > tolerance;
  return {
    outcome: late ? 'attended-late' : early ? 'left-early' : 'attended',
    minutes: presence.minutes,
    contradictory: booking.outcome !== null && booking.outcome !== 'attended',
  };
}
