import { sql } from 'kysely';
import { announce } from './change-channel.ts';
import { readDeletions } from './read-deletions.ts';
import { noProgress, type Progress, progressOf } from './read-page.ts';
import { type Reading, takeInLive } from './reading.ts';
import { PAGE_SIZE } from './slices.ts';
import { sourceState } from './sources.queries.ts';
import { READ_TYPES } from './translators.ts';

/** Clocks differ, and a source may write late: this much is read twice, and counts once. */
const OVERLAP_MS = 2 * 60_000;

/** Reads what the source changed since the last complete read; an empty answer changes nothing. */
export async function readChanges(reading: Reading): Promise<Progress> {
  const { client, clock, database, source } = reading;
  const { watermark } = await database.sync(source.organizationId, (scoped) =>
    sourceState(scoped, source),
  );
  const since = new Date(Date.parse(watermark ?? '1970-01-01') - OVERLAP_MS).toISOString();
  const startedAt = clock.now();
  let total = noProgress;
  for (const type of READ_TYPES) {
    let url: string | null = client.search(type, { _lastUpdated: `ge${since}`, _count: PAGE_SIZE });
    while (url !== null && !reading.stopped()) {
      const page = await client.page(url);
      url = page.next;
      if (page.resources.length > 0)
        total = progressOf(total, await takeInLive(reading, { resources: page.resources }));
    }
  }
  total = progressOf(total, await readDeletions(reading, since));
  if (!reading.stopped()) await moveWatermark(reading, startedAt);
  return total;
}

async function moveWatermark({ database, source }: Reading, to: Date): Promise<void> {
  const { organizationId, sourceId } = source;
  await database.sync(organizationId, async (scoped) => {
    await sql`
      UPDATE data_source SET watermark = ${to.toISOString()}, last_read_at = ${to.toISOString()}, late_because = NULL
       WHERE organization_id = ${organizationId} AND id = ${sourceId}`.execute(scoped);
    await announce(scoped, organizationId, { topic: 'data-sources', ids: [] });
  });
}
