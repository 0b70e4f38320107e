import { readFileSync } from 'node:fs';
import { CompiledQuery, sql } from 'kysely';
import { ensureFiles } from '../server/data-sources/files/file-source.ts';
import { filesAt } from '../server/data-sources/files/file-resources.ts';
import { importFiles } from '../server/data-sources/files/import-files.ts';
import { copyText } from '../server/database/copy-text.ts';
import type { Database, Scoped } from '../server/database/database.ts';
import type { Row } from '../server/database/rows.ts';
import { emptyDatabases } from './empty-database.ts';
import type { Result } from './result.ts';

const targetRates: Record<string, string> = { PGlite: '≥ 8,000', PostgreSQL: '≥ 15,000' };

/** Resources a second from NDJSON to figures, beside the mere copying of each line and a row of it. */
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
    floor: { what: 'lines/s copied, as text and as a row', measured: lines.length / copied },
  };
}

/**
 * Each line's text, and a row of the little that most resources say, into two plain tables with a key:
 * as the machine can do it and no more.
 */
async function copyLines(database: Database, lines: readonly string[]): Promise<void> {
  await database.own(async (scoped) => {
    await sql`CREATE TABLE line (number int PRIMARY KEY, body text)`.execute(scoped);
    await sql`
      CREATE TABLE said (number int PRIMARY KEY, type text, id text, version text, status text,
                         client text, starts timestamptz, ends timestamptz)`.execute(scoped);
    const atOnce = 5_000;
    for (let first = 0; first < lines.length; first += atOnce) {
      const some = lines
        .slice(first, first + atOnce)
        .map((body, index) => ({ number: first + index, body }));
      await copyRows(scoped, 'line', some);
      await copyRows(scoped, 'said', some.map(saidOf));
    }
    await sql`DROP TABLE line, said`.execute(scoped);
  });
}

function saidOf({ number, body }: { number: number; body: string }): Row {
  const said = JSON.parse(body) as Said;
  return {
    number,
    type: said.resourceType,
    id: said.id,
    version: said.meta?.versionId,
    status: typeof said.status === 'string' ? said.status : null,
    client: (said.subject ?? said.participant?.[0]?.actor)?.reference,
    starts: said.start ?? said.period?.start,
    ends: said.end ?? said.period?.end,
  };
}

/** What the row is made of; most resources have some of it. */
interface Said {
  resourceType: string;
  id: string;
  meta?: { versionId?: string };
  status?: unknown;
  subject?: { reference?: string };
  participant?: { actor?: { reference?: string } }[];
  start?: string;
  end?: string;
  period?: { start?: string; end?: string };
}

async function copyRows(scoped: Scoped, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await scoped.executeQuery(
    CompiledQuery.raw(`COPY ${table} (${columns.join(', ')}) FROM STDIN`, [
      copyText(columns, rows, new Set()),
    ]),
  );
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
