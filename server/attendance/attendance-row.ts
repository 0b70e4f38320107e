import { sql } from 'kysely';
import { isCancelled, type Outcome } from '#domain/attendance/attendance-status';
import { clientCancellation } from '#domain/attendance/client-cancellation';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Rules } from '../settings/rules.ts';
import type { Sites } from './sites.ts';

/** A row of `attendance`: one client in one session. */
export interface AttendanceRow {
  organization_id: string;
  client_id: string;
  /** The client as the booking names them, who may have been merged into another since. */
  booked_client_id: string | null;
  record_id: string;
  session_id: string;
  walk_in: boolean;
  waitlisted: boolean;
  kind: string;
  service_id: string | null;
  service_code: string | null;
  service_name: string | null;
  facilitator_id: string | null;
  site_id: string | null;
  starts_at: string;
  ends_at: string;
  scheduled_minutes: number;
  week: string;
  weekday: number;
  hour: number;
  booked_outcome: Outcome | null;
  cancelled_at: string | null;
  booking_recorded_at: string | null;
  outcome: Outcome | null;
  recorded_minutes: number | null;
  encounter_id: string | null;
  contradictory: boolean;
  first_recorded_at: string | null;
  episode_id: string | null;
  level_code: string | null;
  unit_id: string | null;
  track: string | null;
}

/** A client's booking as an appointment states it; ids are ours. */
export interface Booking {
  recordId: string;
  clientId: string;
  bookedClientId: string;
  sessionId: string;
  kind: string;
  serviceId: string | null;
  serviceCode: string | null;
  serviceName: string | null;
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

export const rowKey = ({
  client_id,
  record_id,
}: Pick<AttendanceRow, 'client_id' | 'record_id'>): string => `${client_id} ${record_id}`;

/** The day of the session, on its site's calendar. */
export const dayOf = ({ week, weekday }: Pick<AttendanceRow, 'week' | 'weekday'>): Day =>
  addDays(week, weekday - 1);

/** The attendances of some records as they stand. */
export async function attendancesOf(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
): Promise<AttendanceRow[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await sql<AttendanceRow>`
    SELECT * FROM attendance
     WHERE organization_id = ${organizationId} AND record_id = ANY(${recordIds}::uuid[])`.execute(
    scoped,
  );
  return rows;
}

/**
 * A booking as an attendance yet to be settled. Keeps when it was first cancelled: a later edit must
 * not change the notice that was given.
 */
export function rowOf(
  organizationId: string,
  booking: Booking,
  before: AttendanceRow | undefined,
  sites: Sites,
  rules: Rules,
): AttendanceRow {
  const wasCancelled = before?.booked_outcome != null && isCancelled(before.booked_outcome);
  const cancelled =
    booking.outcome === 'by-client' || (booking.outcome !== null && isCancelled(booking.outcome));
  const cancelledAt = !cancelled ? null : wasCancelled ? before.cancelled_at : booking.lastUpdated;
  const { day, monday, weekday, hour } = sites.localTime(booking.startsAt, booking.siteId);
  const outcome =
    booking.outcome === 'by-client'
      ? clientCancellation(
          booking.startsAt,
          cancelledAt ? Date.parse(cancelledAt) : null,
          rules.on(day),
        )
      : booking.outcome;
  return {
    ...UNSETTLED,
    organization_id: organizationId,
    client_id: booking.clientId,
    booked_client_id: booking.bookedClientId,
    record_id: booking.recordId,
    session_id: booking.sessionId,
    walk_in: false,
    waitlisted: booking.waitlisted,
    kind: booking.kind,
    service_id: booking.serviceId,
    service_code: booking.serviceCode,
    service_name: booking.serviceName,
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
    booking_recorded_at:
      before?.booking_recorded_at ?? (outcome === null ? null : booking.receivedAt),
  };
}

/** What settling decides (settle.ts). */
export const UNSETTLED = {
  outcome: null,
  recorded_minutes: null,
  encounter_id: null,
  contradictory: false,
  first_recorded_at: null,
  episode_id: null,
  level_code: null,
  unit_id: null,
  track: null,
} satisfies Partial<AttendanceRow>;
