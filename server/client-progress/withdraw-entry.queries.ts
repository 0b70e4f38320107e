import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** Takes back what was written about a client; it stays, with who and when. `false` where none stands in reach. */
export async function withdrawEntry(
  scoped: Scoped,
  { organizationId, name }: Reader,
  table: 'score_review' | 'case_note',
  clientId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE ${sql.table(table)} SET withdrawn_by = ${name}, withdrawn_at = ${now.toISOString()}
     WHERE organization_id = ${organizationId} AND client_id = ${clientId} AND id = ${id} AND withdrawn_at IS NULL
    RETURNING id`.execute(scoped);
  return rows.length > 0;
}
