import { HOUR_MS, MINUTE_MS } from './calendar-day.ts';
import type { Draws } from './draws.ts';
import { localInstant, type TimeZone } from './local-time.ts';
import type { AppointmentChange, BookedSession } from './session.ts';

const AHEAD = 0.6;
const SAME_DAY = 0.65;
const WITHOUT_REASON = 0.08;

/** A client calls to cancel, by day: either well ahead, or less than 24 hours before. */
export function clientCancellation(
  zone: TimeZone,
  booked: BookedSession,
  draws: Draws,
): AppointmentChange {
  const at = Math.max(callAt(zone, booked, draws), booked.bookedAt + HOUR_MS);
  const change: AppointmentChange = { at, status: 'cancelled' };
  return draws.chance(WITHOUT_REASON) ? change : { ...change, reason: 'pat' };
}

function callAt(zone: TimeZone, { day, start }: BookedSession, draws: Draws): number {
  if (draws.chance(AHEAD)) {
    return Math.min(
      localInstant(zone, day - draws.whole(1, 4), draws.between(8 * 60, 18 * 60)),
      start - 24 * HOUR_MS - draws.between(5, 120) * MINUTE_MS,
    );
  }
  if (draws.chance(SAME_DAY)) {
    const opening = localInstant(zone, day, 7 * 60);
    return opening + draws.next() * Math.max(0, start - 15 * MINUTE_MS - opening);
  }
  const dayBefore = localInstant(zone, day - 1, 20 * 60 + 30);
  return Math.max(dayBefore - draws.between(0, 90) * MINUTE_MS, start - 23 * HOUR_MS);
}
