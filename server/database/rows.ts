import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from './database.ts';
import { stage, WORTH_STAGING } from './staging.ts';

/** A row as it goes into a table; every row of one call has the same columns. */
export type Row = object;

/**
 * Writes rows in one statement, whatever their number: new ones are inserted, known ones replaced.
 * Names of tables and columns come from our code, never from a request.
 */
export async function upsertRows(
  scoped: Scoped,
  table: string,
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const replaced = columns.filter((column) => !key.includes(column));
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    INSERT INTO ${sql.table(table)} (${list})
    SELECT ${list} FROM ${await rowsAsked(scoped, table, columns, rows)}
    ON CONFLICT (${sql.join(key.map((column) => sql.ref(column)))}) DO ${
      replaced.length === 0
        ? sql`NOTHING`
        : sql`UPDATE SET ${sql.join(replaced.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`
    }`.execute(scoped);
}

/** Rows with the columns of a table, to select from: copied in where they are many. */
export async function rowsAsked(
  scoped: Scoped,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<RawBuilder<unknown>> {
  return rows.length >= WORTH_STAGING
    ? sql.table(await stage(scoped, table, columns, rows))
    : sql`jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

/** Deletes the rows of a table whose column holds one of the ids. */
export async function deleteRows(
  scoped: Scoped,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ANY(${ids}::uuid[])`.execute(
    scoped,
  );
}
