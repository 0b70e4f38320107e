import { sql } from 'kysely';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';

/** Whether what an entry is of is there: a review is of a score that there is. */
export async function targetStands(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  { kind, says }: NewClientEntry,
): Promise<boolean> {
  if (kind !== 'score-review') return true;
  const { rows } = await sql`
    SELECT FROM score WHERE organization_id = ${organizationId} AND client_id = ${clientId}
       AND instrument = ${says.instrument} AND day = ${says.day}`.execute(scoped);
  return rows.length > 0;
}
