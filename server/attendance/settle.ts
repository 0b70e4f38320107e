import { sql } from 'kysely';
import { outcomeOf } from '#domain/attendance/outcome-of';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import { type AttendanceRow, rowKey } from './attendance-row.ts';

/** The encounter that proves presence, and the episode a session belongs to. */
interface Evidence {
  client_id: string;
  record_id: string;
  encounter_id: string | null;
  started_at: string | null;
  ended_at: string | null;
  minutes: number | null;
  first_received_at: string | null;
  episode_id: string | null;
  level_code: string | null;
  unit_id: string | null;
  track: string | null;
}

/**
 * Decides what became of each client in each session: brings together the booking, the encounter
 * that proves presence, and the episode it belongs to.
 *
 * An encounter belongs to an appointment it names, or to one of the same client and service with the
 * same practitioner or site that starts within 60 minutes. Any other encounter of the day proves nothing.
 */
export async function settle(
  scoped: Scoped,
  organizationId: string,
  rows: readonly AttendanceRow[],
): Promise<AttendanceRow[]> {
  if (rows.length === 0) return [];
  const evidence = await findEvidence(scoped, organizationId, rows);
  return rows.map((row) => settledRow(row, evidence.get(rowKey(row))));
}

async function findEvidence(
  scoped: Scoped,
  organizationId: string,
  asked: readonly AttendanceRow[],
): Promise<Map<string, Evidence>> {
  const window = `${PROGRAM_DEFAULTS.encounterMatchMinutes} minutes`;
  const bookings = asked.map(
    ({
      client_id,
      record_id,
      walk_in,
      starts_at,
      week,
      weekday,
      kind,
      service_code,
      facilitator_id,
      site_id,
    }) => ({
      client_id,
      record_id,
      walk_in,
      starts_at,
      week,
      weekday,
      kind,
      service_code,
      facilitator_id,
      site_id,
    }),
  );
  const { rows } = await sql<Evidence>`
    SELECT a.client_id, a.record_id,
           e.id AS encounter_id, e.started_at, e.ended_at, e.minutes, e.first_received_at,
           ep.id AS episode_id, ep.level_code, ep.unit_id, p.track
      FROM jsonb_to_recordset(${JSON.stringify(bookings)}::jsonb)
        AS a(client_id uuid, record_id uuid, walk_in boolean, starts_at timestamptz, week date, weekday int,
             kind text, service_code text, facilitator_id uuid, site_id uuid)
      LEFT JOIN LATERAL (
        SELECT e.* FROM encounter e
         WHERE e.organization_id = ${organizationId} AND e.client_id = a.client_id
           AND CASE WHEN a.walk_in THEN e.id = a.record_id
                    WHEN cardinality(e.appointment_ids) > 0 THEN a.record_id = ANY(e.appointment_ids)
                    ELSE e.started_at BETWEEN a.starts_at - ${window}::interval AND a.starts_at + ${window}::interval
                     AND coalesce(e.service_code, e.kind) = coalesce(a.service_code, a.kind)
                     AND (e.practitioner_id = a.facilitator_id OR e.site_id = a.site_id)
               END
         ORDER BY cardinality(e.appointment_ids) = 0,
                  abs(extract(epoch FROM e.started_at - a.starts_at)), e.id
         LIMIT 1) e ON true
      LEFT JOIN LATERAL (
        SELECT ep.id, ep.level_code, ep.unit_id FROM episode ep
         WHERE ep.organization_id = ${organizationId} AND ep.client_id = a.client_id
           AND ep.admitted_on <= a.week + a.weekday - 1
           AND (ep.ended_on IS NULL OR a.week + a.weekday - 1 <= ep.ended_on)
         ORDER BY ep.admitted_on DESC, ep.id LIMIT 1) ep ON true
      LEFT JOIN LATERAL (
        SELECT p.track FROM program p
         WHERE p.organization_id = ${organizationId} AND p.unit_id = ep.unit_id ORDER BY p.id LIMIT 1) p ON true`.execute(
    scoped,
  );
  return new Map(rows.map((row) => [rowKey(row), row]));
}

function settledRow(row: AttendanceRow, evidence: Evidence | undefined): AttendanceRow {
  const booking = {
    startsAt: Date.parse(row.starts_at),
    endsAt: Date.parse(row.ends_at),
    outcome: row.booked_outcome,
  };
  const presence = evidence?.started_at
    ? {
        startedAt: Date.parse(evidence.started_at),
        endedAt: evidence.ended_at ? Date.parse(evidence.ended_at) : null,
        minutes: evidence.minutes,
      }
    : null;
  const { outcome, minutes, contradictory } = outcomeOf(booking, presence, PROGRAM_DEFAULTS);
  const recorded = [row.booking_recorded_at, evidence?.first_received_at ?? null]
    .filter((at) => at !== null)
    .sort();
  return {
    ...row,
    outcome,
    recorded_minutes: minutes,
    encounter_id: evidence?.encounter_id ?? null,
    contradictory,
    first_recorded_at: recorded[0] ?? null,
    episode_id: evidence?.episode_id ?? null,
    level_code: evidence?.level_code ?? null,
    unit_id: evidence?.unit_id ?? null,
    track: evidence?.track ?? null,
  };
}
