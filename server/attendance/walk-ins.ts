import { sql } from 'kysely';
import type { SessionKind } from '#domain/attendance/session-kind';
import type { Scoped } from '../database/database.ts';
import { type AttendanceRow, UNSETTLED } from './attendance-row.ts';
import { type PresenceRow, presenceRows } from './presence-rows.ts';
import { isKnown, stands } from './presences.queries.ts';
import type { Sites } from './sites.ts';

/** Encounters of these kinds that nobody booked are a client who walked in. */
const TREATMENT: readonly SessionKind[] = ['group', 'individual', 'family', 'skills'];

/** Of these encounters, those that prove no booking. Ask once the bookings are written. */
export async function findUnbooked(
  scoped: Scoped,
  organizationId: string,
  encounterIds: readonly string[],
): Promise<PresenceRow[]> {
  if (encounterIds.length === 0) return [];
  return presenceRows(
    scoped,
    sql`
      FROM encounter e
     WHERE e.organization_id = ${organizationId} AND e.id = ANY(${encounterIds}::uuid[])
       AND e.kind = ANY(${TREATMENT}::text[])
       AND NOT EXISTS (SELECT FROM attendance a WHERE a.organization_id = e.organization_id
                          AND a.encounter_id = e.id AND NOT a.walk_in)
       AND NOT EXISTS (
         SELECT FROM (SELECT e.client_id, unnest(e.appointment_ids) AS record_id) n
          WHERE ${stands(organizationId)} OR NOT ${isKnown(organizationId)})`,
  );
}

/** An attendance yet to be settled of a client who came unbooked. */
export function walkIn(organizationId: string, row: PresenceRow, sites: Sites): AttendanceRow {
  const { monday, weekday, hour } = sites.localTime(row.started_at, row.site_id);
  return {
    ...UNSETTLED,
    organization_id: organizationId,
    client_id: row.client_id,
    booked_client_id: null,
    record_id: row.id,
    session_id: row.id,
    walk_in: true,
    waitlisted: false,
    kind: row.kind ?? 'other',
    service_id: null,
    service_code: row.service_code,
    service_name: null,
    facilitator_id: row.practitioner_id,
    site_id: row.site_id,
    starts_at: new Date(row.started_at).toISOString(),
    ends_at: new Date(row.ended_at ?? row.started_at).toISOString(),
    scheduled_minutes: 0,
    week: monday,
    weekday,
    hour,
    booked_outcome: null,
    cancelled_at: null,
    booking_recorded_at: null,
  };
}
