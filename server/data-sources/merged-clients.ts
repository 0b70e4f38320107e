import type { FhirResource } from 'fhir/r4';
import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import { keyOf, type KnownIds } from './identities.ts';
import { type KeptRecord, placeOfNewest, type Source } from './source-records.ts';
import { factsOf, type TranslatedRecord, translationOf } from './translate-records.ts';

/** Whose record replaced whose, by our ids. */
export type Survivors = ReadonlyMap<string, string>;

export interface Merges {
  survivors: Survivors;
  /** Clients whose facts now stand under another's id, or again under their own. */
  changed: string[];
  /** They, and those under whom their facts stood or now stand. */
  concerned: string[];
}

/** The merges that hold once these records are taken in, and what they change. */
export async function mergesWith(
  scoped: Scoped,
  { organizationId }: Source,
  translated: readonly TranslatedRecord[],
  ids: KnownIds,
): Promise<Merges> {
  const { rows } = await sql<{ id: string; merged_into: string }>`
    SELECT id, merged_into FROM client
     WHERE organization_id = ${organizationId} AND merged_into IS NOT NULL`.execute(scoped);
  const before = new Map(rows.map(({ id, merged_into }) => [id, merged_into]));
  const now = new Map(before);
  for (const { id, facts } of factsOf(translated, 'Patient')) {
    const into = facts.mergedInto && ids.get(keyOf(facts.mergedInto));
    if (into) now.set(id, into);
    else now.delete(id);
  }
  const [stood, stands] = [resolved(before), resolved(now)];
  const merged = new Set([...stood.keys(), ...stands.keys()]);
  const changed = [...merged].filter((id) => stood.get(id) !== stands.get(id));
  return {
    survivors: stands,
    changed,
    concerned: changed.flatMap((id) => [id, stood.get(id) ?? id, stands.get(id) ?? id]),
  };
}

/** Follows chains to their end; records that replace each other in a circle stay as they are. */
function resolved(direct: ReadonlyMap<string, string>): Survivors {
  return new Map(
    [...direct.keys()].flatMap((id): [string, string][] => {
      const seen = new Set([id]);
      let last = id;
      for (let next = direct.get(id); next !== undefined; next = direct.get(next)) {
        if (seen.has(next)) return [];
        seen.add(next);
        last = next;
      }
      return [[id, last]];
    }),
  );
}

/** Our ids, with that of the survivor for every client who was merged into one. */
export const underSurvivors = (ids: KnownIds, survivors: Survivors): KnownIds => ({
  get: (key) => {
    const id = ids.get(key);
    return id && (survivors.get(id) ?? id);
  },
});

/**
 * Other records that speak, or ever spoke, of these clients, each as it stood when the newest of
 * `records` came.
 */
export async function recordsNaming(
  scoped: Scoped,
  { organizationId, sourceId }: Source,
  clientIds: readonly string[],
  records: readonly KeptRecord[],
): Promise<KeptRecord[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await sql<{
    identity_id: string;
    resource_type: string;
    last_updated: string | null;
    received_at: string;
    deleted: boolean;
    client_ids: string[] | null;
    body: string;
  }>`
    SELECT DISTINCT ON (identity_id) identity_id, resource_type, last_updated, received_at, deleted, client_ids, body
      FROM source_record
     WHERE organization_id = ${organizationId} AND source_id = ${sourceId}
       -- Of a record that speaks of somebody else by now, the newest revision names none of these.
       AND identity_id IN (
         SELECT named.identity_id FROM source_record named
          WHERE named.organization_id = ${organizationId} AND named.source_id = ${sourceId}
            AND named.client_ids && ${clientIds}::uuid[] AND named.resource_type <> 'Patient')
       AND NOT identity_id = ANY(${records.map(({ identityId }) => identityId)}::uuid[])
       AND received_seq <= ${placeOfNewest(organizationId, records)}
     ORDER BY identity_id, received_seq DESC`.execute(scoped);
  return rows.map((row) => ({
    identityId: row.identity_id,
    type: row.resource_type,
    lastUpdated: row.last_updated,
    receivedAt: row.received_at,
    deleted: row.deleted,
    isFirst: false,
    clientIds: row.client_ids ?? [],
    translated: translationOf(JSON.parse(row.body) as FhirResource),
  }));
}
