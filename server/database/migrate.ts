import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from './database.ts';

const UNIQUE_VIOLATION = '23505';
const FOLDER = new URL('./migrations/', import.meta.url);

interface Migration {
  name: string;
  script: string;
  digest: string;
}

/**
 * Brings the schema up to date: each numbered file once, in order, whole or not at all. A database
 * laid out by a file that has since changed is refused, before a query fails somewhere else.
 */
export async function migrate(database: Database, folder: URL = FOLDER): Promise<void> {
  await database.script(
    `CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
     ALTER TABLE schema_migration ADD COLUMN IF NOT EXISTS digest text;`,
  );
  const applied = await database.own(async (scoped) => {
    const { rows } = await sql<{ name: string; digest: string | null }>`
      SELECT name, digest FROM schema_migration`.execute(scoped);
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  });
  const migrations = migrationsIn(folder);
  const changed = migrations.find(
    ({ name, digest }) => applied.has(name) && applied.get(name) !== digest,
  );
  if (changed)
    throw new Error(
      `The database was laid out by another version of ${changed.name}. Set DATA_DIR to a new folder, or DATABASE_URL to an empty database: everything is read from the scheduling system anew.`,
    );
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    await apply(database, migration).catch((error: { code?: string }) => {
      // Another server that started at the same time was first.
      if (error.code !== UNIQUE_VIOLATION) throw error;
    });
  }
}

const migrationsIn = (folder: URL): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const script = readFileSync(new URL(name, folder), 'utf8');
      return { name, script, digest: createHash('sha256').update(script).digest('hex') };
    });

const apply = (database: Database, { name, script, digest }: Migration): Promise<void> =>
  database.script(
    `BEGIN;
     INSERT INTO schema_migration (name, digest) VALUES ('${name}', '${digest}');
     ${script}
     COMMIT;`,
  );
