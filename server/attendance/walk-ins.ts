import { sql } from 'kysely';
import type { SessionKind } from '#domain/attendance/session-kind';
import { localTime } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import { type AttendanceRow, UNSETTLED } from './attendance-row.ts';
import type { Sites } from './sites.ts';

/** Encounters of these kinds that nobody booked are a client who walked in. */
const TREATMENT: readonly SessionKind[] = ['group', 'individual', 'family'];

interface Unbooked {
  id: string;
  client_id: string;
  kind: string;
  service_code: string | null;
  practitioner_id: string | null;
  site_id: string | null;
  started_at: string;
  ended_at: string | null;
}

/**
 * Of these encounters, an attendance yet to be settled of each that names no appointment and belongs
 * to none. Ask once the attendances with a booking are written.
 */
export async function findWalkIns(
  scoped: Scoped,
  organizationId: string,
  encounterIds: readonly string[],
  sites: Sites,
): Promise<AttendanceRow[]> {
  if (encounterIds.length === 0) return [];
  const { rows } = await sql<Unbooked>`
    SELECT e.id, e.client_id, e.kind, e.service_code, e.practitioner_id, e.site_id, e.started_at, e.ended_at
      FROM encounter e
     WHERE e.organization_id = ${organizationId} AND e.id = ANY(${encounterIds}::uuid[])
       AND cardinality(e.appointment_ids) = 0 AND e.kind = ANY(${TREATMENT}::text[])
       AND NOT EXISTS (SELECT FROM attendance a WHERE a.organization_id = e.organization_id
                          AND a.encounter_id = e.id AND NOT a.walk_in)`.execute(scoped);
  return rows.map((row) => walkIn(organizationId, row, sites));
}

function walkIn(organizationId: string, row: Unbooked, sites: Sites): AttendanceRow {
  const { monday, weekday, hour } = localTime(
    Date.parse(row.started_at),
    sites.timeZoneOf(row.site_id),
  );
  return {
    ...UNSETTLED,
    organization_id: organizationId,
    client_id: row.client_id,
    booked_client_id: null,
    record_id: row.id,
    session_id: row.id,
    walk_in: true,
    waitlisted: false,
    kind: row.kind,
    service_id: null,
    service_code: row.service_code,
    service_name: null,
    facilitator_id: row.practitioner_id,
    site_id: row.site_id,
    starts_at: row.started_at,
    ends_at: row.ended_at ?? row.started_at,
    scheduled_minutes: 0,
    week: monday,
    weekday,
    hour,
    booked_outcome: null,
    cancelled_at: null,
    booking_recorded_at: null,
  };
}
