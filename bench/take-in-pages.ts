import { randomUUID } from 'node:crypto';
import { Identities } from '../server/data-sources/identities.ts';
import { takeInPage } from '../server/data-sources/read-page.ts';
import type { Source } from '../server/data-sources/source-records.ts';
import type { Database } from '../server/database/database.ts';
import type { Page } from '../server/fhir/client.ts';

/** Takes the pages in as the sync does. */
export async function takeInPages(
  database: Database,
  source: Source,
  pages: readonly Page[],
  receivedAt: Date,
): Promise<void> {
  const reading = { holder: randomUUID(), receivedAt, live: false, ids: new Identities() };
  for (const page of pages) {
    await takeInPage(database, source, page, reading, () => Promise.resolve());
  }
  // A PostgreSQL server does so by itself, a little later.
  await database.analyze();
}
