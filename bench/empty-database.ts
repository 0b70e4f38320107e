import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresForTests } from '../scripts/postgres-for-tests.ts';
import type { Database } from '../server/database/database.ts';
import { openDatabase } from '../server/database/open-database.ts';

export interface EmptyDatabase {
  name: string;
  database: Database;
  close: () => Promise<void>;
}

/** The embedded database, in a folder as in use, and a PostgreSQL server where there is one. */
export const emptyDatabases: readonly (() => Promise<EmptyDatabase | string>)[] = [
  embedded,
  server,
];

async function embedded(): Promise<EmptyDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const database = await openDatabase({ url: null, folder });
  const close = async (): Promise<void> => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name: 'PGlite', database, close };
}

/** Never the one that DATABASE_URL names: what it holds is not ours to measure with. */
async function server(): Promise<EmptyDatabase | string> {
  delete process.env['DATABASE_URL'];
  const postgres = await postgresForTests();
  if (typeof postgres === 'string') return postgres;
  const database = await openDatabase({ url: postgres.url, folder: '' });
  const close = async (): Promise<void> => {
    await database.close();
    await postgres.stop();
  };
  return { name: 'PostgreSQL', database, close };
}
