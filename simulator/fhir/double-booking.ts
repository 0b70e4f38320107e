import type { Appointment } from 'fhir/r4';
import { DAY_MS, HOUR_MS } from '../model/calendar-day.ts';
import { Draws } from '../model/draws.ts';
import type { ClientSession } from './client-session.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

const BOOKED_TWICE = 0.004;

/**
 * The same session booked a second time by mistake. Most are noticed: marked as entered in error,
 * or deleted; some stay, and look like a session that nobody recorded.
 */
export function doubleBooking(
  seed: number,
  { session, placement, key }: ClientSession,
  booking: Recorded<Appointment>,
): Recorded<Appointment>[] {
  const { client } = placement;
  const draws = new Draws(seed, 'twice', client, placement.ordinal, session.ordinal);
  if (session.kind === 'assessment' || !draws.chance(BOOKED_TWICE)) return [];
  const madeAt = session.bookedAt + draws.between(0.01, 3) * HOUR_MS;
  const noticedAt = madeAt + draws.between(0.2, 12) * DAY_MS;
  const fate = draws.weighted([
    ['entered-in-error', 0.5],
    ['deleted', 0.35],
    ['never noticed', 0.15],
  ] as const);
  const id = resourceId.appointment(client, `${key}-2`);
  return [
    {
      id,
      at: fate === 'entered-in-error' ? [madeAt, noticedAt] : [madeAt],
      ...(fate === 'deleted' && { deletedAt: noticedAt }),
      render: (version) => ({
        ...booking.render(1),
        id,
        status: version === 2 ? 'entered-in-error' : 'booked',
      }),
    },
  ];
}
