import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { isCancelled, type AttendanceStatus, type Outcome } from './attendance-status.ts';

/** A client's place in one session, as stored: times are instants in milliseconds. */
export interface Booking {
  startsAt: number;
  endsAt: number;
  /** What somebody recorded; `null` while nobody has. */
  outcome: Outcome | null;
}

/**
 * The status of a booking at an instant, under today's knowledge.
 *
 * Takes the booking and `asOf` in milliseconds. Before the start only a cancellation is known;
 * after the end, time turns a missing outcome into `awaiting-record` for 24 h, then `unrecorded`
 * (program default). Never guesses presence.
 */
export function statusAt(
  { startsAt, endsAt, outcome }: Booking,
  asOf: number,
  { awaitingRecordHours }: Pick<ProgramDefaults, 'awaitingRecordHours'>,
): AttendanceStatus {
  if (outcome && (startsAt <= asOf || isCancelled(outcome))) return outcome;
  if (endsAt > asOf) return 'scheduled';
  return asOf - endsAt <= awaitingRecordHours * 3_600_000 ? 'awaiting-record' : 'unrecorded';
}
