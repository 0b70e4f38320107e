import { sql } from 'kysely';
import { announce } from './change-channel.ts';
import { noteProgress, takeInPage } from './read-page.ts';
import type { Reading } from './reading.ts';
import { type Slice, slicesOf } from './slices.ts';

interface Cursor {
  slice: string;
  next_page: string | null;
  done: boolean;
  started_at: string;
}

/** The first read's slices that are not done, and when it began; begins one if there is none. */
async function cursors({ database, source, clock }: Reading): Promise<Map<string, Cursor>> {
  const { organizationId, sourceId } = source;
  return database.sync(organizationId, async (scoped) => {
    const now = clock.now();
    await sql`
      INSERT INTO sync_cursor (organization_id, source_id, slice, started_at)
      SELECT ${organizationId}, ${sourceId}, unnest(${slicesOf(now).map(({ name }) => name)}::text[]), ${now.toISOString()}
       WHERE NOT EXISTS (SELECT FROM sync_cursor WHERE organization_id = ${organizationId} AND source_id = ${sourceId})`.execute(
      scoped,
    );
    const { rows } = await sql<Cursor>`
      SELECT slice, next_page, done, started_at FROM sync_cursor
       WHERE organization_id = ${organizationId} AND source_id = ${sourceId}`.execute(scoped);
    return new Map(rows.map((row) => [row.slice, row]));
  });
}

/**
 * Reads what a caseload needs, or the years behind it: each slice page by page from where it was
 * left. `between` is called after each page of history, so that what changes now is not kept waiting.
 */
export async function readSlices(
  reading: Reading,
  runId: string,
  part: 'current' | 'history',
  between: () => Promise<void>,
): Promise<void> {
  const known = await cursors(reading);
  // The slices are those of the day the read began, whenever it goes on.
  const [{ started_at: startedAt } = { started_at: reading.clock.now().toISOString() }] =
    known.values();
  for (const slice of slicesOf(new Date(startedAt))) {
    if (slice.history !== (part === 'history')) continue;
    const cursor = known.get(slice.name);
    if (cursor?.done) continue;
    await readSlice(reading, runId, slice, cursor?.next_page ?? null, between);
    if (reading.stopped()) return;
  }
  await complete(reading, part, startedAt);
  await reading.database.analyze();
}

async function readSlice(
  reading: Reading,
  runId: string,
  slice: Slice,
  from: string | null,
  between: () => Promise<void>,
): Promise<void> {
  const { client, database, source } = reading;
  const beginning = client.search(slice.type, slice.parameters);
  let url: string | null = from ? client.urlOf(from) : beginning;
  let read = 0;
  // A source forgets where a search was; from the beginning, what is known already counts once.
  let coming = from ? client.page(url).catch(() => client.page(beginning)) : client.page(url);
  // The next page is on its way while this one is taken in.
  while (url !== null) {
    const page = await coming;
    url = page.next;
    const next = url;
    if (next !== null) coming = ahead(client.page(next));
    read += page.resources.length;
    const message = `Reading ${slice.history ? 'history: ' : ''}${plural(slice.type)}, ${read.toLocaleString('en-US')} so far`;
    await takeInPage(
      database,
      source,
      page,
      {
        holder: reading.holder,
        receivedAt: reading.clock.now(),
        live: false,
        ids: reading.ids,
      },
      async (scoped, progress) => {
        await sql`
          UPDATE sync_cursor SET next_page = ${next === null ? null : client.pathOf(next)}, done = ${next === null}
           WHERE organization_id = ${source.organizationId} AND source_id = ${source.sourceId}
             AND slice = ${slice.name}`.execute(scoped);
        await noteProgress(scoped, source, runId, message, progress);
        await announce(scoped, source.organizationId, { topic: 'data-sources', ids: [] });
      },
    );
    reading.say(message);
    await reading.grew(page.resources.map(({ resourceType: type }) => ({ type })));
    if (reading.stopped()) return;
    if (slice.history) await between();
  }
}

/** A failure is met where the page is awaited. */
function ahead<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function complete(
  { database, source }: Reading,
  part: 'current' | 'history',
  startedAt: string,
): Promise<void> {
  const { organizationId, sourceId } = source;
  await database.sync(organizationId, async (scoped) => {
    // What changed while the slices were read is read again from here on: the mark is their beginning.
    await sql`
      UPDATE data_source
         SET watermark = coalesce(watermark, ${startedAt}), compared_at = ${startedAt},
             history_complete = ${part === 'history'}
       WHERE organization_id = ${organizationId} AND id = ${sourceId}`.execute(scoped);
    await announce(scoped, organizationId, { topic: 'data-sources', ids: [] });
  });
}

const plural = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words === 'episode of care' ? 'episodes of care' : `${words}s`;
};
