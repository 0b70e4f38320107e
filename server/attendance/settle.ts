import { outcomeOf } from '#domain/attendance/outcome-of';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import { rulesOf } from '../settings/rules.ts';
import { type AttendanceRow, dayOf, rowKey } from './attendance-row.ts';
import { type EpisodeRow, episodesOf, isOf } from './episode-of-session.ts';
import type { PresenceRow } from './presence-rows.ts';
import type { Proofs } from './proofs.ts';

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
  const episodes = await episodesOf(scoped, organizationId, rows);
  return rows.map((row) => {
    const day = dayOf(row);
    const inForce = rules.on(day);
    const episode = episodes
      .get(row.client_id)
      ?.find((one) => isOf(one, day, inForce.noContactDays));
    return settledRow(row, proofs.get(rowKey(row)), episode, inForce);
  });
}

function settledRow(
  row: AttendanceRow,
  proof: PresenceRow | undefined,
  episode: EpisodeRow | undefined,
  rules: ProgramDefaults,
): AttendanceRow {
  const booking = {
    startsAt: Date.parse(row.starts_at),
    endsAt: Date.parse(row.ends_at),
    outcome: row.booked_outcome,
  };
  const presence = proof
    ? {
        startedAt: proof.started_at,
        endedAt: proof.ended_at,
        minutes: proof.minutes,
      }
    : null;
  const { outcome, minutes, contradictory } = outcomeOf(booking, presence, rules);
  const received = proof ? new Date(proof.first_received_at).toISOString() : null;
  const recorded = [row.booking_recorded_at, received].filter((at) => at !== null).sort();
  return {
    ...row,
    outcome,
    recorded_minutes: minutes,
    encounter_id: proof?.id ?? null,
    contradictory,
    first_recorded_at: recorded[0] ?? null,
    episode_id: episode?.id ?? null,
    level_code: episode?.level_code ?? null,
    unit_id: episode?.unit_id ?? null,
    track: episode?.track ?? null,
  };
}
