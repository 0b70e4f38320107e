import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { sql } from 'kysely';
import { type Database, databaseOver } from '../database/database.ts';
import { connectionOver } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { PGliteProxy } from '../database/pglite-proxy.ts';
import { openPostgres } from '../database/postgres.ts';
import { createDatabase } from './database-on-server.fixture.ts';

const MIGRATIONS = new URL('../database/migrations/', import.meta.url);
const MIGRATE = new URL('../database/migrate.ts', import.meta.url);
const url = process.env['TEST_DATABASE_URL'];

let opened: Promise<Database> | null = null;
after(async () => (await opened)?.close());

/**
 * An empty database with the schema in it: on the PostgreSQL of the tests where there is one, else
 * PGlite. One serves all tests of a file, and is closed after them.
 */
export async function openTestDatabase(): Promise<Database> {
  opened ??= url ? onServer(url) : embedded();
  const database = await opened;
  await empty(database);
  return database;
}

/** The access log stays: nothing may empty it. */
const empty = (database: Database) =>
  database.own(async (scoped) => {
    const { rows } = await sql<{ tablename: string }>`
      SELECT tablename FROM pg_tables WHERE schemaname = 'public'
         AND tablename NOT IN ('access_log', 'schema_migration')`.execute(scoped);
    await sql`TRUNCATE ${sql.join(rows.map(({ tablename }) => sql.table(tablename)))}`.execute(
      scoped,
    );
  });

async function onServer(server: string): Promise<Database> {
  const own = await createDatabase(server);
  const database = databaseOver(await openPostgres(own.url));
  await migrate(database);
  return {
    ...database,
    close: async () => {
      await database.close();
      await own.drop();
    },
  };
}

async function embedded(): Promise<Database> {
  const proxy = new PGliteProxy({ dataDir: 'memory://', template: await template() });
  return databaseOver(await connectionOver(proxy, () => undefined));
}

/** A new PGlite takes seconds, one from a dump half a second: the dump is made once a schema. */
async function template(): Promise<string> {
  const schema = createHash('sha256').update(readFileSync(MIGRATE));
  for (const name of readdirSync(MIGRATIONS).sort())
    schema.update(readFileSync(new URL(name, MIGRATIONS)));
  const path = join(tmpdir(), `throughline-schema-${schema.digest('hex').slice(0, 16)}.tar`);
  if (existsSync(path)) return path;
  const proxy = new PGliteProxy({ dataDir: 'memory://' });
  const database = databaseOver(await connectionOver(proxy, () => undefined));
  await migrate(database);
  const unfinished = `${path}.${process.pid}`;
  await proxy.dump(unfinished);
  await database.close();
  // Two test files may make it at once: the file appears whole or not at all.
  renameSync(unfinished, path);
  return path;
}
