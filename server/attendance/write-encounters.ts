import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { upsertRows } from '../database/rows.ts';

/** A presence as an encounter states it; ids are ours. */
export interface EncounterRow {
  id: string;
  clientId: string;
  appointmentIds: string[];
  serviceCode: string | null;
  kind: string | null;
  practitionerId: string | null;
  siteId: string | null;
  startedAt: number;
  endedAt: number | null;
  minutes: number | null;
  receivedAt: string;
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Writes presences; the first time one was heard of stays what it was. */
export async function writeEncounters(
  scoped: Scoped,
  organizationId: string,
  encounters: readonly EncounterRow[],
): Promise<void> {
  if (encounters.length === 0) return;
  const { rows } = await sql<{ id: string; first_received_at: string }>`
    SELECT id, first_received_at FROM encounter WHERE organization_id = ${organizationId}
       AND id = ANY(${encounters.map(({ id }) => id)}::uuid[])`.execute(scoped);
  const firstHeard = new Map(rows.map(({ id, first_received_at }) => [id, first_received_at]));
  await upsertRows(
    scoped,
    'encounter',
    ['organization_id', 'id'],
    encounters.map((encounter) => ({
      organization_id: organizationId,
      id: encounter.id,
      client_id: encounter.clientId,
      appointment_ids: encounter.appointmentIds,
      service_code: encounter.serviceCode,
      kind: encounter.kind,
      practitioner_id: encounter.practitionerId,
      site_id: encounter.siteId,
      started_at: instant(encounter.startedAt),
      ended_at: instant(encounter.endedAt),
      minutes: encounter.minutes,
      first_received_at: firstHeard.get(encounter.id) ?? encounter.receivedAt,
    })),
  );
}

/** Attendances that were settled by a presence, or are near one that names no appointment. */
export async function recordsNear(
  scoped: Scoped,
  organizationId: string,
  encounterIds: readonly string[],
  matchMinutes: number,
): Promise<string[]> {
  if (encounterIds.length === 0) return [];
  const window = `${matchMinutes} minutes`;
  const { rows } = await sql<{ record_id: string }>`
    SELECT a.record_id FROM attendance a
     WHERE a.organization_id = ${organizationId} AND a.encounter_id = ANY(${encounterIds}::uuid[])
     UNION
    SELECT a.record_id FROM encounter e
      JOIN attendance a ON a.organization_id = e.organization_id AND a.client_id = e.client_id
       AND a.starts_at BETWEEN e.started_at - ${window}::interval AND e.started_at + ${window}::interval
     WHERE e.organization_id = ${organizationId} AND e.id = ANY(${encounterIds}::uuid[])
       AND cardinality(e.appointment_ids) = 0`.execute(scoped);
  return rows.map(({ record_id }) => record_id);
}

/** Presences that name no appointment and started near these attendances. */
export async function encountersNear(
  scoped: Scoped,
  organizationId: string,
  recordIds: readonly string[],
  matchMinutes: number,
): Promise<string[]> {
  if (recordIds.length === 0) return [];
  const window = `${matchMinutes} minutes`;
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT e.id FROM attendance a
      JOIN encounter e ON e.organization_id = a.organization_id AND e.client_id = a.client_id
       AND e.started_at BETWEEN a.starts_at - ${window}::interval AND a.starts_at + ${window}::interval
     WHERE a.organization_id = ${organizationId} AND a.record_id = ANY(${recordIds}::uuid[])
       AND cardinality(e.appointment_ids) = 0`.execute(scoped);
  return rows.map(({ id }) => id);
}
