import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/**
 * Writes who saw which clients' records (45 CFR 164.312(b), audit controls), in the transaction
 * that read them: what was not logged was not shown.
 */
export async function logAccess(
  scoped: Scoped,
  { organizationId, staffId, role, name }: Reader,
  act: string,
  clientIds: readonly string[],
): Promise<void> {
  await sql`
    INSERT INTO access_log (organization_id, at, staff_id, reader_name, role, act, client_ids)
    VALUES (${organizationId}, now(), ${staffId}, ${name}, ${role}, ${act}, ${clientIds}::uuid[])`.execute(
    scoped,
  );
}
