import { readFileSync } from 'node:fs';
import { CompiledQuery, sql } from 'kysely';
import { ensureFiles } from '../server/data-sources/files/file-source.ts';
import { filesAt } from '../server/data-sources/files/file-resources.ts';
import { importFiles } from '../server/data-sources/files/import-files.ts';
import type { Database } from '../server/database/database.ts';
import { emptyDatabases } from './empty-database.ts';
import type { Result } from './result.ts';

const targetRates: Record<string, string> = { PGlite: '≥ 8,000', PostgreSQL: '≥ 15,000' };

/** Resources a second from NDJSON to figures, beside the mere copying of the lines into a table. */
export async function importRates(folder: string, clinicNow: Date): Promise<Result[]> {
  const results: Result[] = [];
  for (const open of emptyDatabases) {
    const empty = await open();
    if (typeof empty === 'string') continue;
    try {
      results.push(await importRate(empty.name, empty.database, folder, clinicNow));
    } finally {
      await empty.close();
    }
  }
  return results;
}

async function importRate(
  name: string,
  database: Database,
  folder: string,
  clinicNow: Date,
): Promise<Result> {
  const lines = (await filesAt([folder])).flatMap((file) =>
    readFileSync(file, 'utf8').trimEnd().split('\n'),
  );
  const copied = await secondsOf(() => copyLines(database, lines));
  const source = await ensureFiles(database);
  const clock = { now: () => clinicNow };
  const taken = await secondsOf(() =>
    importFiles({ database, source, clock, say: () => undefined }, [folder]),
  );
  return {
    what: `Import of NDJSON, ${lines.length.toLocaleString('en-US')} resources, ${name}`,
    target: targetRates[name] ?? '',
    measured: lines.length / taken,
    unit: 'resources/s',
    floor: { what: 'lines/s copied', measured: lines.length / copied },
  };
}

/** Into a plain table with a key, as the machine can do it and no more. */
async function copyLines(database: Database, lines: readonly string[]): Promise<void> {
  await database.own(async (scoped) => {
    await sql`CREATE TEMPORARY TABLE line (number int PRIMARY KEY, body text) ON COMMIT DROP`.execute(
      scoped,
    );
    const atOnce = 5_000;
    for (let first = 0; first < lines.length; first += atOnce) {
      const rows = lines
        .slice(first, first + atOnce)
        .map((line, index) => `${first + index}\t${line.replaceAll('\\', '\\\\')}\n`);
      await scoped.executeQuery(
        CompiledQuery.raw('COPY line (number, body) FROM STDIN', [rows.join('')]),
      );
    }
  });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
