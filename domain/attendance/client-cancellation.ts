import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Outcome } from './attendance-status.ts';

/**
 * What a cancellation by the client counts as: excused with enough notice (24 h, program default),
 * else late; unknown where the moment it was made is not known, or was written only after the start.
 * Instants in milliseconds.
 */
export function clientCancellation(
  startsAt: number,
  cancelledAt: number | null,
  { excusedNoticeHours }: Pick<ProgramDefaults, 'excusedNoticeHours'>,
): Extract<Outcome, 'excused' | 'client-cancelled' | 'cancelled-unknown'> {
  if (cancelledAt === null || cancelledAt > startsAt) return 'cancelled-unknown';
  return startsAt - cancelledAt >= excusedNoticeHours * 3_600_000 ? 'excused' : 'client-cancelled';
}
