import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { outcomeOf } from '#domain/attendance/outcome-of';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';

interface Unsettled {
  client_id: string;
  record_id: string;
  starts_at: string;
  ends_at: string;
  booked_outcome: Outcome | null;
  booking_recorded_at: string | null;
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
 * Decides, for these records, what became of each client in each session: brings together the
 * booking, the encounter that proves presence, and the episode it belongs to.
 *
 * An encounter belongs to an appointment it names, or to one of the same client and service with the
 * same practitioner or site that starts within 60 minutes. Any other encounter of the day proves nothing.
 */
export async function settle(scoped: Scoped, organizationId: string, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const window = `${PROGRAM_DEFAULTS.encounterMatchMinutes} minutes`;
  const { rows } = await sql<Unsettled>`
    SELECT a.client_id, a.record_id, a.starts_at, a.ends_at, a.booked_outcome, a.booking_recorded_at,
           e.id AS encounter_id, e.started_at, e.ended_at, e.minutes, e.first_received_at,
           ep.id AS episode_id, ep.level_code, ep.unit_id, p.track
      FROM attendance a
      LEFT JOIN LATERAL (
        SELECT e.* FROM encounter e
         WHERE e.organization_id = a.organization_id AND e.client_id = a.client_id
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
         WHERE ep.organization_id = a.organization_id AND ep.client_id = a.client_id
           AND ep.admitted_on <= a.week + a.weekday - 1
           AND (ep.ended_on IS NULL OR a.week + a.weekday - 1 <= ep.ended_on)
         ORDER BY ep.admitted_on DESC, ep.id LIMIT 1) ep ON true
      LEFT JOIN LATERAL (
        SELECT p.track FROM program p
         WHERE p.organization_id = a.organization_id AND p.unit_id = ep.unit_id ORDER BY p.id LIMIT 1) p ON true
     WHERE a.organization_id = ${organizationId} AND a.record_id = ANY(${recordIds}::uuid[])`.execute(scoped);
  const settled = rows.map(settledRow);
  await sql`
    UPDATE attendance a
       SET outcome = r.outcome, recorded_minutes = r.recorded_minutes, encounter_id = r.encounter_id,
           contradictory = r.contradictory, first_recorded_at = r.first_recorded_at,
           episode_id = r.episode_id, level_code = r.level_code, unit_id = r.unit_id, track = r.track
      FROM jsonb_populate_recordset(NULL::attendance, ${JSON.stringify(settled)}::jsonb) r
     WHERE a.organization_id = ${organizationId} AND a.client_id = r.client_id AND a.record_id = r.record_id`.execute(
    scoped,
  );
}

function settledRow(row: Unsettled) {
  const booking = {
    startsAt: Date.parse(row.starts_at),
    endsAt: Date.parse(row.ends_at),
    outcome: row.booked_outcome,
  };
  const presence = row.started_at
    ? {
        startedAt: Date.parse(row.started_at),
        endedAt: row.ended_at ? Date.parse(row.ended_at) : null,
        minutes: row.minutes,
      }
    : null;
  const { outcome, minutes, contradictory } = outcomeOf(booking, presence, PROGRAM_DEFAULTS);
  const recorded = [row.booking_recorded_at, row.first_received_at].filter((at) => at !== null).sort();
  return {
    client_id: row.client_id,
    record_id: row.record_id,
    outcome,
    recorded_minutes: minutes,
    encounter_id: row.encounter_id,
    contradictory,
    first_recorded_at: recorded[0] ?? null,
    episode_id: row.episode_id,
    level_code: row.level_code,
    unit_id: row.unit_id,
    track: row.track,
  };
}
