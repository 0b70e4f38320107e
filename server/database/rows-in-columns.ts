import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from './database.ts';

/**
 * What a query finds, carried as one text, column by column: hundreds of rows of many columns take
 * longer on their way here than to be found, and a row at a time as JSON longer than a column at a
 * time. Days and ids come as a query gives them; instants are best asked for in milliseconds.
 */
export async function rowsInColumns<Row extends object>(
  scoped: Scoped,
  columns: readonly (keyof Row & string)[],
  query: RawBuilder<unknown>,
): Promise<Row[]> {
  const parts = columns.map((name) => sql`${sql.lit(name)}, json_agg(one.${sql.ref(name)})`);
  const { rows } = await sql<{ found: string }>`
    SELECT json_build_object(${sql.join(parts)})::text AS found FROM (${query}) one`.execute(
    scoped,
  );
  const found = JSON.parse(rows[0]?.found ?? '{}') as Record<string, unknown[] | null>;
  const length = found[columns[0] ?? '']?.length ?? 0;
  return Array.from(
    { length },
    (_, index) => Object.fromEntries(columns.map((name) => [name, found[name]?.[index]])) as Row,
  );
}
