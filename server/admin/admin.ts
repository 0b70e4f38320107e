import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clinicClock } from '../clock/clinic-clock.ts';
import { ensureFiles } from '../data-sources/files/file-source.ts';
import { importFiles } from '../data-sources/files/import-files.ts';
import { rebuild } from '../data-sources/rebuild.ts';
import { findSources, sourceInUse } from '../data-sources/sources.queries.ts';
import { createSync } from '../data-sources/sync.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { FhirClient } from '../fhir/client.ts';
import { askServer } from './control.ts';

type Say = (line: string) => void;

const clock = () => clinicClock(process.env['CLOCK'] ? new Date(process.env['CLOCK']) : null);

/** What is done here where no server runs. */
const VERBS: Record<
  string,
  (database: Database, paths: readonly string[], say: Say) => Promise<string>
> = {
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

  /** Reads each source once, and says what came. */
  sync: async (database, _paths, say) => {
    const sources = (await findSources(database)).filter(({ kind }) => kind === 'FHIR R4');
    for (const { source, baseUrl } of sources) {
      const sync = createSync({
        database,
        client: new FhirClient(baseUrl),
        source,
        clock: clock(),
        pollSeconds: 30,
        say,
      });
      await sync.readOnce();
      await sync.stop();
    }
    return sources.length > 0
      ? 'Read.'
      : 'There is no source yet. Start the server once: npm start.';
  },

  /** Takes in FHIR resources from NDJSON files, bundles, or folders of them. */
  import: async (database, paths, say) =>
    importFiles({ database, source: await ensureFiles(database), clock: clock(), say }, paths),
};

/** Of these, a running server does what it is asked. */
const BY_SERVER = ['sync', 'import'];

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name = '', ...given] = positionals;
  const verb = VERBS[name];
  if (!verb) {
    throw new Error(`Say what to do: npm run admin -- <${Object.keys(VERBS).join(' | ')}>`);
  }
  if (name === 'import' && given.length === 0)
    throw new Error('Say what to import: npm run admin -- import <files or folders>');
  const paths = given.map((path) => resolve(path));
  const folder = process.env['DATA_DIR'] ?? '.data';
  const say: Say = (line) => console.log(line);
  const told = BY_SERVER.includes(name) ? await askServer(folder, name, paths, say) : null;
  console.log(told ?? (await alone(folder, (database) => verb(database, paths, say))));
}

async function alone(folder: string, work: (database: Database) => Promise<string>) {
  const database = await openDatabase({ url: process.env['DATABASE_URL'] ?? null, folder });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
