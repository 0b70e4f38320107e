import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import type { Deletion } from '../fhir/client.ts';
import type { KeptRecord, Source } from './source-records.ts';
import { translationOf } from './translate-records.ts';

/**
 * Keeps that resources were deleted, as one more revision of each that we have and that was not
 * written again since. What stood before stays; it is only used no longer.
 */
export async function keepDeletions(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  deletions: readonly Deletion[],
  receivedAt: string,
): Promise<KeptRecord[]> {
  if (deletions.length === 0) return [];
  const asked = JSON.stringify(deletions.map(({ ref: { type, id }, at }) => ({ type, id, at })));
  const { rows } = await sql<DeletedRow>`
    INSERT INTO source_record (organization_id, source_id, received_at, identity_id, source_version,
                               resource_type, last_updated, client_ids, deleted, body)
    SELECT newest.organization_id, newest.source_id, ${receivedAt}, newest.identity_id,
           concat('deleted after ', newest.source_version), newest.resource_type, gone.at, newest.client_ids, true,
           json_build_object('resourceType', newest.resource_type, 'id', gone.id)::text
      FROM (SELECT type, id, max(at) AS at
              FROM jsonb_to_recordset(${asked}::jsonb) AS r(type text, id text, at timestamptz) GROUP BY type, id) gone
      JOIN identity i ON i.organization_id = ${organizationId} AND i.source_id = ${sourceId}
       AND i.resource_type = gone.type AND i.source_key = gone.id
      JOIN LATERAL (SELECT * FROM source_record r
                     WHERE r.organization_id = ${organizationId} AND r.identity_id = i.id
                     ORDER BY r.received_seq DESC LIMIT 1) newest ON true
     WHERE NOT newest.deleted AND (newest.last_updated <= gone.at) IS NOT FALSE
    RETURNING identity_id, resource_type, last_updated, client_ids, body`.execute(scoped);
  return rows.map((row) => ({
    identityId: row.identity_id,
    type: row.resource_type,
    lastUpdated: row.last_updated,
    receivedAt,
    deleted: true,
    isFirst: false,
    clientIds: row.client_ids ?? [],
    translated: translationOf(JSON.parse(row.body) as FhirResource),
  }));
}

interface DeletedRow {
  identity_id: string;
  resource_type: string;
  last_updated: string | null;
  client_ids: string[] | null;
  body: string;
}
