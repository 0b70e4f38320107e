import { createHash } from 'node:crypto';
import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { rowsAsked } from '../database/rows.ts';
import { clientsNamed, refsOf } from './clients-named.ts';
import { type Identities, keyOf } from './identities.ts';

export interface Source {
  organizationId: string;
  sourceId: string;
}

/** A revision that was not known before, in the order it came. */
export interface KeptRecord {
  identityId: string;
  type: string;
  lastUpdated: string | null;
  receivedAt: string;
  /** The source took it away: of the resource, only type and id are left. */
  deleted: boolean;
  /** Whom it speaks of, by our ids; who was merged since still by their own. */
  clientIds: readonly string[];
  resource: FhirResource;
}

/** Keeps what arrived, each revision once; returns those that are new, their references met. */
export async function keepRecords(
  scoped: Scoped,
  source: Source,
  resources: readonly FhirResource[],
  receivedAt: string,
  ids: Identities,
): Promise<KeptRecord[]> {
  const received = resources.map((resource) => {
    const body = JSON.stringify(resource);
    return { resource, body, ref: refTo(resource, body), refs: refsOf(resource) };
  });
  await ids.meet(
    scoped,
    source,
    received.flatMap(({ ref, refs }) => [ref, ...refs]),
  );
  const rows = received.map(({ resource, body, ref, refs }) => ({
    identity_id: ids.get(keyOf(ref)) ?? '',
    source_version: resource.meta?.versionId ?? digest(body),
    resource_type: resource.resourceType,
    last_updated: instant(resource.meta?.lastUpdated),
    client_ids: clientsNamed(resource, refs)?.map((named) => ids.get(keyOf(named))) ?? null,
    body,
  }));
  const fresh = await keepRows(scoped, source, receivedAt, rows);
  await countReceived(scoped, source, fresh);
  const isFresh = new Set(fresh.map((row) => `${row.identity_id} ${row.source_version}`));
  return rows.flatMap((row, index) => {
    const resource = resources[index];
    // A page may hold the same revision twice: it counts once.
    const known = !isFresh.delete(`${row.identity_id} ${row.source_version}`);
    if (!resource || known) return [];
    return [
      {
        identityId: row.identity_id,
        type: row.resource_type,
        lastUpdated: row.last_updated,
        receivedAt,
        deleted: false,
        clientIds: (row.client_ids ?? []).flatMap((id) => id ?? []),
        resource,
      },
    ];
  });
}

interface FreshRow {
  identity_id: string;
  source_version: string;
  received_seq: number;
}

interface RevisionRow {
  identity_id: string;
  source_version: string;
  resource_type: string;
  last_updated: string | null;
  client_ids: (string | undefined)[] | null;
  body: string;
}

/** Adds the revisions that are not there yet, in the order given, and returns which they were. */
async function keepRows(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  receivedAt: string,
  revisions: readonly RevisionRow[],
): Promise<FreshRow[]> {
  const [first] = revisions;
  if (!first) return [];
  const asked = await rowsAsked(scoped, 'source_record', Object.keys(first), revisions);
  const { rows } = await sql<FreshRow>`
    INSERT INTO source_record (organization_id, source_id, received_at, identity_id, source_version,
                               resource_type, last_updated, client_ids, body)
    SELECT ${organizationId}, ${sourceId}, ${receivedAt}, r.identity_id, r.source_version,
           r.resource_type, r.last_updated, r.client_ids, r.body
      FROM ${asked} r
    ON CONFLICT DO NOTHING
    RETURNING identity_id, source_version, received_seq`.execute(scoped);
  return rows;
}

/** Counts the resources among new revisions that were never heard of before. */
async function countReceived(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  fresh: readonly FreshRow[],
): Promise<void> {
  if (fresh.length === 0) return;
  const first = fresh.reduce((least, row) => Math.min(least, row.received_seq), Infinity);
  await sql`
    INSERT INTO received_count AS c (organization_id, source_id, resource_type, resources)
    SELECT ${organizationId}, ${sourceId}, resource_type, count(*)
      FROM (SELECT r.resource_type FROM source_record r
             WHERE r.organization_id = ${organizationId}
               AND r.identity_id = ANY(${fresh.map(({ identity_id }) => identity_id)}::uuid[])
             GROUP BY r.identity_id, r.resource_type HAVING min(r.received_seq) >= ${first}) new
     GROUP BY resource_type
    ON CONFLICT (organization_id, source_id, resource_type)
    DO UPDATE SET resources = c.resources + excluded.resources`.execute(scoped);
}

interface StoredRevision {
  client_ids: string[] | null;
  source_id: string;
  deleted: boolean;
  identity_id: string;
  resource_type: string;
  last_updated: string | null;
  received_at: string;
  received_seq: number;
  body: string;
}

/** Revisions of every source in the order they came, after one of them; for the rebuild. */
export async function recordsAfter(
  scoped: Scoped,
  organizationId: string,
  after: number,
  limit: number,
): Promise<{ bySource: Map<string, KeptRecord[]>; last: number }> {
  const { rows } = await sql<StoredRevision>`
    SELECT source_id, identity_id, resource_type, last_updated, received_at, received_seq, deleted, client_ids, body
      FROM source_record
     WHERE organization_id = ${organizationId} AND received_seq > ${after}
     ORDER BY received_seq LIMIT ${limit}`.execute(scoped);
  const bySource = new Map<string, KeptRecord[]>();
  for (const row of rows) {
    const records = bySource.get(row.source_id);
    if (records) records.push(kept(row));
    else bySource.set(row.source_id, [kept(row)]);
  }
  return { bySource, last: rows.at(-1)?.received_seq ?? after };
}

/** The newest revision of each of these resources. */
export async function newestRecords(
  scoped: Scoped,
  { organizationId }: Source,
  identityIds: readonly string[],
): Promise<KeptRecord[]> {
  const { rows } = await sql<StoredRevision>`
    SELECT DISTINCT ON (identity_id)
           identity_id, resource_type, last_updated, received_at, received_seq, deleted, client_ids, body FROM source_record
     WHERE organization_id = ${organizationId} AND identity_id = ANY(${identityIds}::uuid[])
     ORDER BY identity_id, received_seq DESC`.execute(scoped);
  return rows.map(kept);
}

const kept = (row: StoredRevision): KeptRecord => ({
  identityId: row.identity_id,
  type: row.resource_type,
  lastUpdated: row.last_updated,
  receivedAt: row.received_at,
  deleted: row.deleted,
  clientIds: row.client_ids ?? [],
  resource: JSON.parse(row.body) as FhirResource,
});

/** A file may hold resources without an id: what such a one says is all there is to know it by. */
const refTo = (resource: FhirResource, body: string) => ({
  type: resource.resourceType,
  id: resource.id ?? digest(body),
});

const digest = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 32);

const instant = (text: string | undefined): string | null => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};
