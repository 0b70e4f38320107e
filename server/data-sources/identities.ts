import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import type { Ref } from '../fhir/translate/translation.ts';

/** Our ids of the source's resources, by `keyOf`. */
export type Identities = ReadonlyMap<string, string>;

export const keyOf = ({ type, id }: Ref): string => `${type}/${id}`;

/**
 * Finds our id of each reference, and gives a new one, for ever, to those not met before. What is
 * already in `known` is not asked again.
 */
export async function identify(
  scoped: Scoped,
  { organizationId, sourceId }: { organizationId: string; sourceId: string },
  refs: Iterable<Ref>,
  known: Identities = new Map(),
): Promise<Identities> {
  const wanted = new Map([...refs].map((ref) => [keyOf(ref), ref]));
  for (const key of known.keys()) wanted.delete(key);
  if (wanted.size === 0) return known;
  const asked = JSON.stringify([...wanted.values()].map(({ type, id }) => ({ type, id })));
  // Nobody else gives ids meanwhile: who reads the source holds its lease.
  const { rows } = await sql<{ type: string; key: string; id: string }>`
    WITH asked AS MATERIALIZED (
      SELECT type, id AS key FROM jsonb_to_recordset(${asked}::jsonb) AS r(type text, id text)
    ), met AS MATERIALIZED (
      SELECT i.resource_type AS type, i.source_key AS key, i.id FROM asked
        JOIN identity i ON i.organization_id = ${organizationId} AND i.source_id = ${sourceId}
         AND i.resource_type = asked.type AND i.source_key = asked.key
    ), given AS (
      INSERT INTO identity (organization_id, source_id, resource_type, source_key)
      SELECT ${organizationId}::uuid, ${sourceId}::uuid, type, key
        FROM (SELECT type, key FROM asked EXCEPT SELECT type, key FROM met) new
      RETURNING resource_type AS type, source_key AS key, id
    )
    SELECT * FROM met UNION ALL SELECT * FROM given`.execute(scoped);
  return new Map([
    ...known,
    ...rows.map(({ type, key, id }): [string, string] => [keyOf({ type, id: key }), id]),
  ]);
}
