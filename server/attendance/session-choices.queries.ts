import { sql } from 'kysely';
import type { SessionChoices } from '#domain/attendance/session-choices.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** Every program there is, by name. */
export async function findPrograms(
  scoped: Scoped,
  { organizationId }: Reader,
): Promise<SessionChoices['programs']> {
  const { rows } = await sql<SessionChoices['programs'][number]>`
    SELECT id, name, site_id AS "siteId", track FROM program
     WHERE organization_id = ${organizationId} ORDER BY name, id`.execute(scoped);
  return rows;
}
