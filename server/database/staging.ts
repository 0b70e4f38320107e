import { CompiledQuery, sql } from 'kysely';
import { copyText } from './copy-text.ts';
import type { Scoped } from './database.ts';
import type { Row } from './rows.ts';

/** Fewer rows than these are not worth a table of their own on the way. */
export const WORTH_STAGING = 200;

/**
 * Copies rows into a temporary table shaped like `table`, empty but for them, and returns its name.
 * `COPY` takes in rows several times faster than any `INSERT` of values; it is not allowed where row
 * level security holds, so the rows go on from there by a statement that is bound by it.
 */
export async function stage(
  scoped: Scoped,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<string> {
  const staged = `staged_${table}`;
  const json = await jsonColumnsOf(scoped, table);
  const names = columns.map((column) => `"${column}"`).join(', ');
  await scoped.executeQuery(
    CompiledQuery.raw(`${emptied(table, staged)} COPY "${staged}" (${names}) FROM STDIN`, [
      copyText(columns, rows, json),
    ]),
  );
  return staged;
}

/**
 * Emptied before it is used, not when a transaction ends: then every such table that the connection
 * ever used would be emptied each time, which took longer than the rest of the commit. In one text with
 * the copying, for who asks is busy, and each answer waits for it.
 */
const emptied = (table: string, staged: string): string => `
  DO $$ BEGIN
    IF to_regclass('pg_temp.${staged}') IS NOT NULL THEN TRUNCATE "${staged}";
    ELSE CREATE TEMPORARY TABLE "${staged}" AS SELECT * FROM "${table}" WITH NO DATA;
    END IF;
  END $$;`;

const known = new Map<string, ReadonlySet<string>>();

/** The columns that hold JSON: a list in one is no array. Asked once; a migration needs a restart. */
async function jsonColumnsOf(scoped: Scoped, table: string): Promise<ReadonlySet<string>> {
  const asked = known.get(table);
  if (asked) return asked;
  const { rows } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute
     WHERE attrelid = ${table}::regclass AND attnum > 0 AND atttypid = 'jsonb'::regtype`.execute(
    scoped,
  );
  const json = new Set(rows.map(({ name }) => name));
  known.set(table, json);
  return json;
}
