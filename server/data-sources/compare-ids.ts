import { sql } from 'kysely';
import type { Ref } from '../fhir/translate/translation.ts';
import { noProgress, type Progress, progressOf } from './read-page.ts';
import { type Reading, takeInLive } from './reading.ts';
import type { ReadType } from './translators.ts';

const EVERY_MS = 24 * 3_600_000;
/** More than this share of a type gone at once is a source that does not show everything. */
const MOST_GONE = 0.1;
const LISTED_AT_ONCE = '1000';

/**
 * Once a day, finds what the source no longer lists of these types. An empty list says nothing, nor
 * does one that lacks more than a tenth; of what is missing, the source is asked one by one.
 */
export async function compareIds(reading: Reading, types: readonly ReadType[]): Promise<Progress> {
  if (types.length === 0 || !(await isDue(reading))) return noProgress;
  let total = noProgress;
  for (const type of types) {
    const known = await knownIds(reading, type);
    const listed = await listedIds(reading, type);
    if (reading.stopped()) return total;
    const missing = [...known].filter((id) => !listed.has(id));
    if (listed.size === 0 || missing.length > Math.max(1, known.size * MOST_GONE)) continue;
    const gone = await onlyGone(
      reading,
      missing.map((id) => ({ type, id })),
    );
    if (gone.length === 0) continue;
    const deletions = gone.map((ref) => ({ ref, at: null }));
    total = progressOf(total, await takeInLive(reading, { resources: [], deletions }));
  }
  await noteCompared(reading);
  return total;
}

async function isDue({ database, source, clock }: Reading): Promise<boolean> {
  const { organizationId, sourceId } = source;
  return database.sync(organizationId, async (scoped) => {
    const { rows } = await sql<{ compared_at: string | null; history_complete: boolean }>`
      SELECT compared_at, history_complete FROM data_source
       WHERE organization_id = ${organizationId} AND id = ${sourceId}`.execute(scoped);
    const [state] = rows;
    const since = Date.parse(state?.compared_at ?? '1970-01-01');
    return state?.history_complete === true && clock.now().getTime() - since >= EVERY_MS;
  });
}

const noteCompared = ({ database, source, clock }: Reading) =>
  database.sync(source.organizationId, (scoped) =>
    sql`UPDATE data_source SET compared_at = ${clock.now().toISOString()}
         WHERE organization_id = ${source.organizationId} AND id = ${source.sourceId}`.execute(
      scoped,
    ),
  );

/** The source's ids of what we have of a type and do not know to be deleted. */
async function knownIds({ database, source }: Reading, type: ReadType): Promise<Set<string>> {
  const { organizationId, sourceId } = source;
  const { rows } = await database.sync(organizationId, (scoped) =>
    sql<{ source_key: string }>`
      SELECT i.source_key FROM identity i
       WHERE i.organization_id = ${organizationId} AND i.source_id = ${sourceId} AND i.resource_type = ${type}
         AND (SELECT NOT r.deleted FROM source_record r
               WHERE r.organization_id = i.organization_id AND r.identity_id = i.id
               ORDER BY r.received_seq DESC LIMIT 1)`.execute(scoped),
  );
  return new Set(rows.map(({ source_key }) => source_key));
}

async function listedIds(reading: Reading, type: ReadType): Promise<Set<string>> {
  const listed = new Set<string>();
  let url: string | null = reading.client.search(type, { _elements: 'id', _count: LISTED_AT_ONCE });
  while (url !== null && !reading.stopped()) {
    const page = await reading.client.page(url);
    for (const { id } of page.resources) if (id) listed.add(id);
    url = page.next;
  }
  return listed;
}

async function onlyGone({ client }: Reading, refs: readonly Ref[]): Promise<Ref[]> {
  const gone: Ref[] = [];
  for (const ref of refs) if (await client.isGone(ref)) gone.push(ref);
  return gone;
}
