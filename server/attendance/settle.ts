import { sql } from 'kysely';
import { outcomeOf } from '#domain/attendance/outcome-of';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import { type Rules, rulesOf } from '../settings/rules.ts';
import { type AttendanceRow, dayOf, rowKey } from './attendance-row.ts';
import { hasContact } from './has-contact.ts';
import type { PresenceRow } from './presences.queries.ts';
import type { Proofs } from './proofs.ts';

/** The episode a session belongs to. */
interface OfEpisode {
  client_id: string;
  record_id: string;
  episode_id: string | null;
  level_code: string | null;
  unit_id: string | null;
  track: string | null;
}

/**
 * Decides what became of each client in each session: brings together the booking, the presence that
 * proves it, and the episode it belongs to.
 */
export async function settle(
  scoped: Scoped,
  organizationId: string,
  rows: readonly AttendanceRow[],
  proofs: Proofs,
): Promise<AttendanceRow[]> {
  if (rows.length === 0) return [];
  const rules = await rulesOf(scoped, organizationId);
  const episodes = await findEpisodes(scoped, organizationId, rows, rules);
  return rows.map((row) =>
    settledRow(row, proofs.get(rowKey(row)), episodes.get(rowKey(row)), rules.on(dayOf(row))),
  );
}

async function findEpisodes(
  scoped: Scoped,
  organizationId: string,
  asked: readonly AttendanceRow[],
  rules: Rules,
): Promise<Map<string, OfEpisode>> {
  const days = asked.map((row) => ({
    client_id: row.client_id,
    record_id: row.record_id,
    day: dayOf(row),
    no_contact_days: rules.on(dayOf(row)).noContactDays,
  }));
  const { rows } = await sql<OfEpisode>`
    SELECT a.client_id, a.record_id, ep.id AS episode_id, ep.level_code, ep.unit_id, p.track
      FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
        AS a(client_id uuid, record_id uuid, day date, no_contact_days int)
      LEFT JOIN LATERAL (
        SELECT ep.id, ep.level_code, ep.unit_id FROM episode ep
         WHERE ep.organization_id = ${organizationId} AND ep.client_id = a.client_id
           AND ep.admitted_on <= a.day AND (ep.ended_on IS NULL OR a.day <= ep.ended_on)
           AND ${hasContact(sql`ep.last_contact_on`, sql`a.day`, sql`a.no_contact_days`)}
         ORDER BY ep.admitted_on DESC, ep.id LIMIT 1) ep ON true
      LEFT JOIN LATERAL (
        SELECT p.track FROM program p
         WHERE p.organization_id = ${organizationId} AND p.unit_id = ep.unit_id ORDER BY p.id LIMIT 1) p ON true`.execute(
    scoped,
  );
  return new Map(rows.map((row) => [rowKey(row), row]));
}

function settledRow(
  row: AttendanceRow,
  proof: PresenceRow | undefined,
  episode: OfEpisode | undefined,
  rules: ProgramDefaults,
): AttendanceRow {
  const booking = {
    startsAt: Date.parse(row.starts_at),
    endsAt: Date.parse(row.ends_at),
    outcome: row.booked_outcome,
  };
  const presence = proof
    ? {
        startedAt: Date.parse(proof.started_at),
        endedAt: proof.ended_at ? Date.parse(proof.ended_at) : null,
        minutes: proof.minutes,
      }
    : null;
  const { outcome, minutes, contradictory } = outcomeOf(booking, presence, rules);
  const recorded = [row.booking_recorded_at, proof?.first_received_at ?? null]
    .filter((at) => at !== null)
    .sort();
  return {
    ...row,
    outcome,
    recorded_minutes: minutes,
    encounter_id: proof?.id ?? null,
    contradictory,
    first_recorded_at: recorded[0] ?? null,
    episode_id: episode?.episode_id ?? null,
    level_code: episode?.level_code ?? null,
    unit_id: episode?.unit_id ?? null,
    track: episode?.track ?? null,
  };
}
