import { sql } from 'kysely';
import type { SessionKind } from '#domain/attendance/session-kind';
import { localTime } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';
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
  matched: boolean;
}

/**
 * Of these encounters, makes an attendance of each that names no appointment and belongs to none,
 * and takes away that of one that has since found its appointment. Returns the records concerned.
 */
export async function settleWalkIns(
  scoped: Scoped,
  organizationId: string,
  encounterIds: readonly string[],
  sites: Sites,
): Promise<string[]> {
  if (encounterIds.length === 0) return [];
  const { rows } = await sql<Unbooked>`
    SELECT e.id, e.client_id, e.kind, e.service_code, e.practitioner_id, e.site_id, e.started_at, e.ended_at,
           EXISTS (SELECT FROM attendance a WHERE a.organization_id = e.organization_id
                      AND a.encounter_id = e.id AND NOT a.walk_in) AS matched
      FROM encounter e
     WHERE e.organization_id = ${organizationId} AND e.id = ANY(${encounterIds}::uuid[])
       AND cardinality(e.appointment_ids) = 0 AND e.kind = ANY(${TREATMENT}::text[])`.execute(scoped);
  const matched = rows.filter((row) => row.matched).map((row) => row.id);
  if (matched.length > 0) {
    await sql`DELETE FROM attendance WHERE organization_id = ${organizationId} AND walk_in
                 AND record_id = ANY(${matched}::uuid[])`.execute(scoped);
  }
  const walkIns = rows.filter((row) => !row.matched);
  await upsertRows(
    scoped,
    'attendance',
    ['organization_id', 'client_id', 'record_id'],
    walkIns.map((row) => walkIn(organizationId, row, sites)),
  );
  return walkIns.map((row) => row.id);
}

function walkIn(organizationId: string, row: Unbooked, sites: Sites) {
  const { monday, weekday, hour } = localTime(Date.parse(row.started_at), sites.timeZoneOf(row.site_id));
  return {
    organization_id: organizationId,
    client_id: row.client_id,
    record_id: row.id,
    session_id: row.id,
    walk_in: true,
    waitlisted: false,
    kind: row.kind,
    service_code: row.service_code,
    facilitator_id: row.practitioner_id,
    site_id: row.site_id,
    starts_at: row.started_at,
    ends_at: row.ended_at ?? row.started_at,
    scheduled_minutes: 0,
    week: monday,
    weekday,
    hour,
    contradictory: false,
  };
}
