import { sql } from 'kysely';
import type { SourceRecord } from '#domain/client-progress/client-progress.contract';
import { logAccess } from '../access/access-log.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

interface RevisionRow {
  source: string;
  resource_type: string;
  source_version: string;
  last_updated: string | null;
  received_at: string;
  client_ids: string[] | null;
  body: string;
  reason: string | null;
}

/** A resource as received, newest revision first; `null` when there is none within reach. */
export async function findSourceRecord(
  scoped: Scoped,
  reader: Reader,
  id: string,
): Promise<SourceRecord | null> {
  const { rows } = await sql<RevisionRow>`
    SELECT d.name AS source, r.resource_type, r.source_version, r.last_updated, r.received_at, r.client_ids, r.body, h.reason
      FROM source_record r
      JOIN data_source d ON d.organization_id = r.organization_id AND d.id = r.source_id
      LEFT JOIN held_back h ON h.organization_id = r.organization_id AND h.identity_id = r.identity_id AND NOT h.set_aside
     WHERE r.organization_id = ${reader.organizationId} AND r.identity_id = ${id}
     ORDER BY r.received_seq DESC`.execute(scoped);
  const [newest] = rows;
  if (!newest) return null;
  await logAccess(scoped, reader, 'source record', newest.client_ids ?? []);
  return {
    id,
    source: newest.source,
    resourceType: newest.resource_type,
    revisions: rows.map((row, index) => ({
      versionId: row.source_version,
      lastUpdated: row.last_updated,
      receivedAt: row.received_at,
      // The reason is that of the newest revision: earlier ones were judged in their time.
      heldBack: index === 0 ? row.reason : null,
      body: row.body,
    })),
  };
}
