import { parseArgs } from 'node:util';
import { clinicClock } from '../clock/clinic-clock.ts';
import { rebuild } from '../data-sources/rebuild.ts';
import { findSources, sourceInUse } from '../data-sources/sources.queries.ts';
import { createSync } from '../data-sources/sync.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { FhirClient } from '../fhir/client.ts';

/** What can be done beside a running server, or instead of one. */
const VERBS: Record<string, (database: Database) => Promise<string>> = {
  /** Makes every derived table again from what was received. */
  rebuild: async (database) => {
    const sources = (await findSources(database)).map(({ source }) => source);
    for (const source of sources) {
      if (await sourceInUse(database, source)) {
        throw new Error(
          'A server is reading the source. Stop it first: a rebuild replaces what it writes.',
        );
      }
    }
    let records = 0;
    for (const organizationId of new Set(sources.map((source) => source.organizationId)))
      records += await rebuild(database, organizationId);
    return `Rebuilt from ${records.toLocaleString('en-US')} records.`;
  },

  /** Reads the source once, and says what came. */
  sync: async (database) => {
    const sources = await findSources(database);
    for (const { source, baseUrl } of sources) {
      const sync = createSync({
        database,
        client: new FhirClient(baseUrl),
        source,
        clock: clinicClock(process.env['CLOCK'] ? new Date(process.env['CLOCK']) : null),
        pollSeconds: 30,
        say: (line) => console.log(line),
      });
      await sync.readOnce();
      await sync.stop();
    }
    return sources.length > 0
      ? 'Read.'
      : 'There is no source yet. Start the server once: npm start.';
  },
};

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name = ''] = positionals;
  const verb = VERBS[name];
  if (!verb) {
    throw new Error(`Say what to do: npm run admin -- <${Object.keys(VERBS).join(' | ')}>`);
  }
  const database = await openDatabase({
    url: process.env['DATABASE_URL'] ?? null,
    folder: process.env['DATA_DIR'] ?? '.data',
  });
  try {
    console.log(await verb(database));
  } finally {
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
