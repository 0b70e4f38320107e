import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import type { Ref } from '../fhir/translate/translation.ts';

/** Our ids of the source's resources, by `keyOf`. */
export type Identities = ReadonlyMap<string, string>;

export const keyOf = ({ type, id }: Ref): string => `${type}/${id}`;

/** Finds our id of each reference, and gives a new one, for ever, to those not met before. */
export async function identify(
  scoped: Scoped,
  { organizationId, sourceId }: { organizationId: string; sourceId: string },
  refs: Iterable<Ref>,
): Promise<Identities> {
  const wanted = new Map([...refs].map((ref) => [keyOf(ref), ref]));
  if (wanted.size === 0) return new Map();
  const asked = JSON.stringify([...wanted.values()].map(({ type, id }) => ({ type, id })));
  await sql`
    INSERT INTO identity (organization_id, source_id, resource_type, source_key)
    SELECT ${organizationId}, ${sourceId}, r.type, r.id
      FROM jsonb_to_recordset(${asked}::jsonb) AS r(type text, id text)
     WHERE NOT EXISTS (SELECT FROM identity i WHERE i.organization_id = ${organizationId}
       AND i.source_id = ${sourceId} AND i.resource_type = r.type AND i.source_key = r.id)
    ON CONFLICT DO NOTHING`.execute(scoped);
  const { rows } = await sql<{ type: string; key: string; id: string }>`
    SELECT i.resource_type AS type, i.source_key AS key, i.id
      FROM jsonb_to_recordset(${asked}::jsonb) AS r(type text, id text)
      JOIN identity i ON i.organization_id = ${organizationId} AND i.source_id = ${sourceId}
       AND i.resource_type = r.type AND i.source_key = r.id`.execute(scoped);
  return new Map(rows.map(({ type, key, id }) => [keyOf({ type, id: key }), id]));
}
