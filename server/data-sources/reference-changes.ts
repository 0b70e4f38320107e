import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';

/** What attendance takes from sites, services and programs, as one comparable text each. */
export type ReferenceState = ReadonlyMap<string, string>;

/** Remembers what stands, so that it can be seen afterwards what a change concerns. */
export async function referenceState(
  scoped: Scoped,
  organizationId: string,
): Promise<ReferenceState> {
  const { rows } = await sql<{ id: string; state: string }>`
    SELECT id, time_zone AS state FROM site WHERE organization_id = ${organizationId}
     UNION ALL
    SELECT id, concat(kind, ' ', unit_id) FROM service WHERE organization_id = ${organizationId}
     UNION ALL
    SELECT id, concat(unit_id, ' ', track) FROM program WHERE organization_id = ${organizationId}`.execute(
    scoped,
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

export interface Concerned {
  /** Appointments and encounters that lie at a changed site or name a changed service. */
  recordIds: string[];
  unitIds: string[];
}

/** The records to be looked at again because a site, a service or a program is not what it was. */
export async function concernedBy(
  scoped: Scoped,
  organizationId: string,
  before: ReferenceState,
): Promise<Concerned> {
  const now = await referenceState(scoped, organizationId);
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) => before.get(id) !== now.get(id),
  );
  if (changed.length === 0) return { recordIds: [], unitIds: [] };
  const { rows } = await sql<{ record_id: string }>`
    SELECT record_id FROM attendance WHERE organization_id = ${organizationId}
       AND (site_id = ANY(${changed}::uuid[]) OR service_id = ANY(${changed}::uuid[]))`.execute(
    scoped,
  );
  const { rows: units } = await sql<{ unit_id: string }>`
    SELECT DISTINCT unit_id FROM program WHERE organization_id = ${organizationId}
       AND id = ANY(${changed}::uuid[]) AND unit_id IS NOT NULL`.execute(scoped);
  return {
    recordIds: rows.map(({ record_id }) => record_id),
    unitIds: units.map(({ unit_id }) => unit_id),
  };
}

/** The kind of each service, for appointments that do not say theirs. */
export async function serviceKinds(
  scoped: Scoped,
  organizationId: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; kind: string }>`
    SELECT id, kind FROM service WHERE organization_id = ${organizationId}`.execute(scoped);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
