import { sql } from 'kysely';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';

/** On whose clock the days of somebody without a stay are: of the site where they were booked last. */
export async function zoneOfClient(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`
    SELECT site.time_zone AS "timeZone" FROM attendance a
      JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
     WHERE a.organization_id = ${organizationId} AND a.client_id = ${clientId} AND site.time_zone IS NOT NULL
     ORDER BY a.starts_at DESC, a.record_id LIMIT 1`.execute(scoped);
  return rows[0]?.timeZone ?? OWN_TIME_ZONE;
}
