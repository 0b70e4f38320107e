import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../server/database/database.ts';

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
  'episode_week',
  'client_reach',
] as const;

const shared = ['organization_id', 'site_id', 'unit_id', 'service_id'];

/**
 * Puts further copies of the clinic's derived rows beside it, each with staff and clients of its own,
 * in plain SQL: taking in ten thousand clients' resources would be most of a bench's time.
 */
export async function copyClinic(database: Database, copies: number): Promise<void> {
  // Copies of copies must not come to the ids that are there.
  const salt = randomUUID();
  await database.own(async (scoped) => {
    const numbers = sql`generate_series(1, ${copies}::int) AS copy`;
    for (const table of copied) {
      const { rows: columns } = await sql<{ name: string; type: string }>`
        SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
         WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`.execute(
        scoped,
      );
      const values = columns.map(({ name, type }) =>
        type === 'uuid' && !shared.includes(name)
          ? sql`md5(original.${sql.ref(name)}::text || ${salt} || copy)::uuid`
          : sql`original.${sql.ref(name)}`,
      );
      await sql`
        INSERT INTO ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
        SELECT ${sql.join(values)} FROM ${sql.table(table)} original CROSS JOIN ${numbers}`.execute(
        scoped,
      );
    }
  });
  await database.analyze();
}
