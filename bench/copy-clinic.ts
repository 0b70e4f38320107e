import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Scoped } from '../server/database/database.ts';
import { recountRollups } from './recount-rollups.ts';

/** What belongs to clients and to those who see them; sites, programs and services stay shared. */
const copied = [
  'staff',
  'staff_role',
  'team',
  'team_member',
  'client',
  'client_particulars',
  'episode',
  'episode_hold',
  'plan_phase',
  'encounter',
  'attendance',
  'client_reach',
];

const shared = ['organization_id', 'site_id', 'unit_id', 'service_id'];

/** Copies that lie back in time: of what had happened by `now`, all of it over. */
export interface Past {
  days: number;
  now: Date;
}

/**
 * Puts further copies of the clinic's derived rows beside it, each with staff and clients of its own,
 * in plain SQL: taking in ten thousand clients' resources would be most of a bench's time.
 */
export async function copyClinic(database: Database, copies: number): Promise<void> {
  await database.own(async (scoped) => {
    await keepOriginals(scoped, copied);
    await copyRows(scoped, copies, copied);
    await recountRollups(scoped);
  });
  await database.analyze();
}

/**
 * So many copies of the same clinic for each of so many stretches of years, the latest among them as
 * it stands: many clients over the years, few of them in care. Encounters are left behind, for no
 * page of many clients reads them.
 */
export async function copyOverYears(
  database: Database,
  copies: number,
  stretches: readonly Past[],
): Promise<void> {
  const tables = copied.filter((table) => table !== 'encounter');
  await database.own(async (scoped) => {
    await sql`SELECT set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '1GB', true)`.execute(
      scoped,
    );
    await keepOriginals(scoped, tables);
    const indexes = await dropIndexes(scoped, 'attendance');
    for (const stretch of stretches) await copyRows(scoped, copies, tables, stretch);
    await copyRows(scoped, copies - 1, tables);
    for (const index of indexes) await sql.raw(index).execute(scoped);
    await recountRollups(scoped);
  });
  await database.script('VACUUM ANALYZE');
}

/** As they are before any copy: copies of copies would be too many. */
async function keepOriginals(scoped: Scoped, tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await sql`CREATE TEMPORARY TABLE ${sql.table(`original_${table}`)} ON COMMIT DROP AS SELECT * FROM ${sql.table(table)}`.execute(
      scoped,
    );
}

async function copyRows(
  scoped: Scoped,
  copies: number,
  tables: readonly string[],
  past?: Past,
): Promise<void> {
  // Copies of copies must not come to the ids that are there.
  const salt = randomUUID();
  for (const table of tables) {
    const { rows: columns } = await sql<{ name: string; type: string }>`
      SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`.execute(
      scoped,
    );
    const values = columns.map(({ name, type }) => {
      const column = sql`original.${sql.ref(name)}`;
      if (type === 'uuid' && !shared.includes(name))
        return sql`md5(${column}::text || ${salt} || copy)::uuid`;
      return past ? inThePast(table, name, type, column, past) : column;
    });
    await sql`
      INSERT INTO ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
      SELECT ${sql.join(values)} FROM ${sql.table(`original_${table}`)} original CROSS JOIN generate_series(1, ${copies}::int) AS copy
       WHERE ${past && table === 'attendance' ? sql`original.starts_at < ${past.now.toISOString()}::timestamptz` : sql`true`}
       ORDER BY ${table === 'attendance' ? sql`original.starts_at` : sql`copy`}`.execute(scoped);
  }
}

/** Earlier by so many days, and over by then. */
function inThePast(
  table: string,
  name: string,
  type: string,
  column: RawBuilder<unknown>,
  { days, now }: Past,
): RawBuilder<unknown> {
  const today = sql`${now.toISOString().slice(0, 10)}::date`;
  if (table === 'episode' && name === 'status') return sql`'finished'`;
  if (table === 'episode' && name === 'ended_on')
    return sql`least(coalesce(${column}, ${today}), ${today}) - ${days}::int`;
  if (type === 'date') return sql`${column} - ${days}::int`;
  if (type.startsWith('timestamp')) return sql`${column} - make_interval(days => ${days}::int)`;
  return column;
}

/** Takes the indexes of a table away; returns the statements that make them again, all at once. */
async function dropIndexes(scoped: Scoped, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.tablename = ${table} AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`.execute(
    scoped,
  );
  for (const { name } of rows) await sql`DROP INDEX ${sql.ref(name)}`.execute(scoped);
  return rows.map(({ definition }) => definition);
}
