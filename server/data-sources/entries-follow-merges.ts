import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';

const ENTRIES = [
  'contact',
  'contact_rules',
  'task_entry',
  'safety_entry',
  'safety_assessment',
  'client_entry',
  'disclosure',
  'disclosure_refusal',
];

/**
 * Moves what staff wrote about these clients to whoever their records were merged into, and back to
 * themselves where they were parted: a contact that was logged would else be missed under the one
 * record that is left.
 */
export async function entriesFollowMerges(
  scoped: Scoped,
  organizationId: string,
  changed: readonly string[],
  survivors: ReadonlyMap<string, string>,
): Promise<void> {
  if (changed.length === 0) return;
  const moves = JSON.stringify(changed.map((id) => ({ id, to: survivors.get(id) ?? id })));
  for (const table of ENTRIES) {
    // The key of a task may name the client, and then goes along.
    const key =
      table === 'task_entry'
        ? sql`, task_key = replace(entry.task_key, entry.client_id::text, moved."to"::text)`
        : sql``;
    await sql`
      UPDATE ${sql.table(table)} entry
         SET client_id = moved."to", written_of = nullif(moved.id, moved."to")${key}
        FROM jsonb_to_recordset(${moves}::jsonb) AS moved(id uuid, "to" uuid)
       WHERE entry.organization_id = ${organizationId}
         AND coalesce(entry.written_of, entry.client_id) = moved.id`.execute(scoped);
  }
}
