import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from './database.ts';

const UNIQUE_VIOLATION = '23505';
const FOLDER = new URL('./migrations/', import.meta.url);

/** Brings the schema up to date: each numbered file once, in order, whole or not at all. */
export async function migrate(database: Database): Promise<void> {
  await database.script(
    'CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const applied = await database.own(async (scoped) => {
    const { rows } = await sql<{ name: string }>`SELECT name FROM schema_migration`.execute(scoped);
    return new Set(rows.map(({ name }) => name));
  });
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}_.*\.sql$/.test(name));
  for (const name of files.sort()) {
    if (applied.has(name)) continue;
    await apply(database, name).catch((error: { code?: string }) => {
      // Another server that started at the same time was first.
      if (error.code !== UNIQUE_VIOLATION) throw error;
    });
  }
}

function apply(database: Database, name: string): Promise<void> {
  return database.script(
    `BEGIN;
     INSERT INTO schema_migration (name) VALUES ('${name}');
     ${readFileSync(new URL(name, FOLDER), 'utf8')}
     COMMIT;`,
  );
}
