import type { FhirResource } from 'fhir/r4';
import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { rowsAsked } from '../database/rows.ts';
import type { Ref } from '../fhir/translate/translation.ts';
import type { Arrival } from './arrival.ts';
import type { Identities } from './identities.ts';
import type { Turn } from './pages-in-turn.ts';
import { type Translated, translationOf } from './translate-records.ts';

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
  /** Nothing was ever received of it before, so nothing stands that was derived from it. */
  isFirst: boolean;
  /** Whom it speaks of, by our ids; who was merged since still by their own. */
  clientIds: readonly string[];
  /** What its translator made of it; `null` of a type nothing reads. */
  translated: Translated | null;
}

/** Keeps what arrived, each revision once; returns those that are new, their references met. */
export async function keepRecords(
  scoped: Scoped,
  source: Source,
  arrivals: readonly Arrival[],
  receivedAt: string,
  ids: Identities,
  turn: Turn,
): Promise<KeptRecord[]> {
  const given = await ids.meet(scoped, source, refsOfAll(arrivals));
  const rows = arrivals.map(({ type, body, version, lastUpdated, key, clients }) => ({
    identity_id: ids.get(key) ?? '',
    source_version: version,
    resource_type: type,
    last_updated: lastUpdated,
    client_ids: clients?.map((client) => ids.get(client)) ?? null,
    body,
  }));
  const named = rows.flatMap(({ identity_id }) => (given.has(identity_id) ? [] : [identity_id]));
  await turn.seen(named);
  const revisions = await revisionsOf(scoped, source, named);
  // A page may hold the same revision twice: it counts once. Of two of one resource, one came first.
  const fresh = rows.flatMap((row, index) => {
    const arrival = arrivals[index];
    const known = revisions.get(row.identity_id);
    if (!arrival || known?.has(row.source_version)) return [];
    revisions.set(row.identity_id, (known ?? new Set()).add(row.source_version));
    return [{ row, arrival, isFirst: known === undefined }];
  });
  await keepRows(
    scoped,
    source,
    receivedAt,
    fresh.map(({ row }) => row),
  );
  await countReceived(
    scoped,
    source,
    fresh.flatMap(({ row, isFirst }) => (isFirst ? [row.resource_type] : [])),
  );
  return fresh.map(({ row, arrival, isFirst }) => ({
    identityId: row.identity_id,
    type: row.resource_type,
    lastUpdated: row.last_updated,
    receivedAt,
    deleted: false,
    isFirst,
    clientIds: (row.client_ids ?? []).flatMap((id) => id ?? []),
    translated: arrival.translated,
  }));
}

function* refsOfAll(arrivals: readonly Arrival[]): Generator<readonly [key: string, ref: Ref]> {
  for (const { refs } of arrivals) yield* refs;
}

interface RevisionRow {
  identity_id: string;
  source_version: string;
  resource_type: string;
  last_updated: string | null;
  client_ids: (string | undefined)[] | null;
  body: string;
}

/** The versions we have of these resources, of those of which we have any. */
async function revisionsOf(
  scoped: Scoped,
  { organizationId }: Source,
  identityIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (identityIds.length === 0) return new Map();
  const { rows } = await sql<Pick<RevisionRow, 'identity_id' | 'source_version'>>`
    SELECT identity_id, source_version FROM source_record
     WHERE organization_id = ${organizationId} AND identity_id = ANY(${identityIds}::uuid[])`.execute(
    scoped,
  );
  const revisions = new Map<string, Set<string>>();
  for (const { identity_id, source_version } of rows)
    revisions.set(identity_id, (revisions.get(identity_id) ?? new Set()).add(source_version));
  return revisions;
}

/** Adds revisions that are not there yet, in the order given. */
async function keepRows(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  receivedAt: string,
  revisions: readonly RevisionRow[],
): Promise<void> {
  const [first] = revisions;
  if (!first) return;
  const asked = await rowsAsked(scoped, 'source_record', Object.keys(first), revisions);
  await sql`
    INSERT INTO source_record (organization_id, source_id, received_at, identity_id, source_version,
                               resource_type, last_updated, client_ids, body)
    SELECT ${organizationId}, ${sourceId}, ${receivedAt}, r.identity_id, r.source_version,
           r.resource_type, r.last_updated, r.client_ids, r.body
      FROM ${asked} r`.execute(scoped);
}

/** Counts resources that were never heard of before, by their types. */
async function countReceived(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  types: readonly string[],
): Promise<void> {
  if (types.length === 0) return;
  const counts = Map.groupBy(types, (type) => type);
  await sql`
    INSERT INTO received_count AS c (organization_id, source_id, resource_type, resources)
    SELECT ${organizationId}, ${sourceId}, t.type, t.resources
      FROM unnest(${[...counts.keys()]}::text[], ${[...counts.values()].map(({ length }) => length)}::bigint[])
        AS t(type, resources)
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

/**
 * The place of the newest of these records in the order they came. Others are looked at as they stood
 * then: what was received later is taken in when its turn comes, in a rebuild as well.
 */
export const placeOfNewest = (
  organizationId: string,
  records: readonly KeptRecord[],
): RawBuilder<number> => sql<number>`(
         SELECT max(r.received_seq) FROM source_record r
           JOIN jsonb_to_recordset(${JSON.stringify(
             records.map(({ identityId, receivedAt }) => ({ id: identityId, at: receivedAt })),
           )}::jsonb) AS batch(id uuid, at timestamptz) ON r.identity_id = batch.id AND r.received_at = batch.at
          WHERE r.organization_id = ${organizationId})`;

/** The newest revision of each of these resources; of a batch in its turn, as they stood when it came. */
export async function newestRecords(
  scoped: Scoped,
  { organizationId }: Source,
  identityIds: readonly string[],
  batch?: readonly KeptRecord[],
): Promise<KeptRecord[]> {
  const inTurn = batch ? sql`received_seq <= ${placeOfNewest(organizationId, batch)}` : sql`true`;
  const { rows } = await sql<StoredRevision>`
    SELECT DISTINCT ON (identity_id)
           identity_id, resource_type, last_updated, received_at, received_seq, deleted, client_ids, body FROM source_record
     WHERE organization_id = ${organizationId} AND identity_id = ANY(${identityIds}::uuid[])
       AND ${inTurn}
     ORDER BY identity_id, received_seq DESC`.execute(scoped);
  return rows.map(kept);
}

const kept = (row: StoredRevision): KeptRecord => ({
  identityId: row.identity_id,
  type: row.resource_type,
  lastUpdated: row.last_updated,
  receivedAt: row.received_at,
  deleted: row.deleted,
  isFirst: false,
  clientIds: row.client_ids ?? [],
  translated: translationOf(JSON.parse(row.body) as FhirResource),
});
