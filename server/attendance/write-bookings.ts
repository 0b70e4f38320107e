import { sql } from 'kysely';
import { clientCancellation } from '#domain/attendance/client-cancellation';
import { isCancelled, type Outcome } from '#domain/attendance/attendance-status';
import { localTime } from '#domain/calendar/calendar-day';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';
import type { Sites } from './sites.ts';

/** A client's booking as an appointment states it; ids are ours. */
export interface Booking {
  recordId: string;
  clientId: string;
  sessionId: string;
  kind: string;
  serviceId: string | null;
  serviceCode: string | null;
  facilitatorId: string | null;
  siteId: string | null;
  startsAt: number;
  endsAt: number;
  scheduledMinutes: number;
  waitlisted: boolean;
  outcome: Outcome | 'by-client' | null;
  /** When this revision was written at the source; `null` where it does not say. */
  lastUpdated: string | null;
  receivedAt: string;
}

interface Before {
  client_id: string;
  record_id: string;
  booked_outcome: Outcome | null;
  cancelled_at: string | null;
  booking_recorded_at: string | null;
}

/**
 * Writes bookings as attendances yet to be settled, and takes away the clients an appointment no
 * longer names. Keeps when it was first cancelled: a later edit must not change the notice given.
 */
export async function writeBookings(
  scoped: Scoped,
  organizationId: string,
  bookings: readonly Booking[],
  sites: Sites,
): Promise<void> {
  if (bookings.length === 0) return;
  const recordIds = [...new Set(bookings.map(({ recordId }) => recordId))];
  const { rows: before } = await sql<Before>`
    SELECT client_id, record_id, booked_outcome, cancelled_at, booking_recorded_at FROM attendance
     WHERE organization_id = ${organizationId} AND record_id = ANY(${recordIds}::uuid[])`.execute(scoped);
  const known = new Map(before.map((row) => [`${row.client_id} ${row.record_id}`, row]));
  const rows = new Map(
    bookings.map((booking) => {
      const key = `${booking.clientId} ${booking.recordId}`;
      return [key, attendanceRow(organizationId, booking, known.get(key), sites)];
    }),
  );
  const gone = before.filter((row) => !rows.has(`${row.client_id} ${row.record_id}`));
  for (const { client_id, record_id } of gone) {
    await sql`DELETE FROM attendance WHERE organization_id = ${organizationId}
                 AND client_id = ${client_id} AND record_id = ${record_id}`.execute(scoped);
  }
  await upsertRows(scoped, 'attendance', ['organization_id', 'client_id', 'record_id'], [...rows.values()]);
}

function attendanceRow(organizationId: string, booking: Booking, before: Before | undefined, sites: Sites) {
  const wasCancelled = before?.booked_outcome != null && isCancelled(before.booked_outcome);
  const cancelled = booking.outcome === 'by-client' || (booking.outcome !== null && isCancelled(booking.outcome));
  const cancelledAt = !cancelled ? null : wasCancelled ? before.cancelled_at : booking.lastUpdated;
  const outcome =
    booking.outcome === 'by-client'
      ? clientCancellation(booking.startsAt, cancelledAt ? Date.parse(cancelledAt) : null, PROGRAM_DEFAULTS)
      : booking.outcome;
  const { monday, weekday, hour } = localTime(booking.startsAt, sites.timeZoneOf(booking.siteId));
  return {
    organization_id: organizationId,
    client_id: booking.clientId,
    record_id: booking.recordId,
    session_id: booking.sessionId,
    walk_in: false,
    waitlisted: booking.waitlisted,
    kind: booking.kind,
    service_id: booking.serviceId,
    service_code: booking.serviceCode,
    facilitator_id: booking.facilitatorId,
    site_id: booking.siteId,
    starts_at: new Date(booking.startsAt).toISOString(),
    ends_at: new Date(booking.endsAt).toISOString(),
    scheduled_minutes: booking.scheduledMinutes,
    week: monday,
    weekday,
    hour,
    booked_outcome: outcome,
    cancelled_at: cancelledAt,
    booking_recorded_at: before?.booking_recorded_at ?? (outcome === null ? null : booking.receivedAt),
    contradictory: false,
  };
}
