import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

const LOGIN = 'reader_of_the_tests';

/** Owns nothing, bypasses nothing: what a deployment would give the server to connect with. */
const makeLogin = (database: Database) =>
  database.own((scoped) =>
    sql
      .raw(
        `DO $$ BEGIN
           CREATE ROLE ${LOGIN} LOGIN PASSWORD '${LOGIN}' NOSUPERUSER NOBYPASSRLS IN ROLE throughline_reader;
         EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the whole cluster
         END $$`,
      )
      .execute(scoped),
  );

type Rows = Record<string, unknown>[];

/**
 * Asks `SELECT *` of a table as a login role that is a member of the reader's: over a connection of
 * its own where there is a server; the embedded database has one user, who takes the role on.
 */
export async function selectAsLogin(
  database: Database,
  { organizationId, staffId, role }: Reader,
  table: string,
): Promise<Rows> {
  await makeLogin(database);
  const scope = [organizationId, staffId ?? '', role];
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) {
    return database.own(async (scoped) => {
      await sql.raw(`SET LOCAL ROLE ${LOGIN}`).execute(scoped);
      await sql`SELECT set_config('throughline.organization', ${scope[0]}, true),
                       set_config('throughline.staff', ${scope[1]}, true),
                       set_config('throughline.role', ${scope[2]}, true)`.execute(scoped);
      const { rows } = await sql`SELECT * FROM ${sql.table(table)}`.execute(scoped);
      return rows as Rows;
    });
  }
  const { rows: here } = await database.own((scoped) =>
    sql<{ name: string }>`SELECT current_database() AS name`.execute(scoped),
  );
  const url = new URL(server);
  [url.username, url.password, url.pathname] = [LOGIN, LOGIN, `/${here[0]?.name}`];
  const client = new pg.Client(url.href);
  await client.connect();
  try {
    await client.query(
      `SELECT set_config('throughline.organization', $1, false), set_config('throughline.staff', $2, false),
              set_config('throughline.role', $3, false)`,
      scope,
    );
    return (await client.query<Rows[number]>(`SELECT * FROM ${table}`)).rows;
  } finally {
    await client.end();
  }
}
