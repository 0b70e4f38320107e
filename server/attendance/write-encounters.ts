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
  /** It was never heard of before. */
  isFirst: boolean;
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
  const known = encounters.filter(({ isFirst }) => !isFirst).map(({ id }) => id);
  const firstHeard = await firstHeardOf(scoped, organizationId, known);
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

async function firstHeardOf(
  scoped: Scoped,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; first_received_at: string }>`
    SELECT id, first_received_at FROM encounter
     WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[])`.execute(scoped);
  return new Map(rows.map(({ id, first_received_at }) => [id, first_received_at]));
}
