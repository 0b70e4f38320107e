import { compareIds } from './compare-ids.ts';
import { noProgress, type Progress, progressOf } from './read-page.ts';
import { type Reading, takeInLive } from './reading.ts';
import { PAGE_SIZE } from './slices.ts';
import { READ_TYPES } from './translators.ts';

/**
 * Learns what the source has deleted: by its history of each type, and once a day by comparing ids
 * for types whose history it does not keep. A search never tells.
 */
export async function readDeletions(reading: Reading, since: string): Promise<Progress> {
  const withHistory = await reading.client.typesWithHistory();
  let total = noProgress;
  for (const type of READ_TYPES.filter((type) => withHistory.has(type))) {
    let url: string | null = reading.client.history(type, { _since: since, _count: PAGE_SIZE });
    while (url !== null && !reading.stopped()) {
      const page = await reading.client.deletions(url);
      url = page.next;
      if (page.deletions.length > 0)
        total = progressOf(
          total,
          await takeInLive(reading, { resources: [], deletions: page.deletions }),
        );
    }
  }
  const without = READ_TYPES.filter((type) => !withHistory.has(type));
  return progressOf(total, await compareIds(reading, without));
}
