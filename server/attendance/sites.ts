import { sql } from 'kysely';
import type { Scoped } from '../database/database.ts';

/** On whose calendar a session lies. */
export interface Sites {
  timeZoneOf(siteId: string | null): string;
}

/** Where a source names no site or no time zone, the server's own calendar is the best there is. */
export const OWN_TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export async function loadSites(scoped: Scoped, organizationId: string): Promise<Sites> {
  const { rows } = await sql<{ id: string; time_zone: string }>`
    SELECT id, time_zone FROM site WHERE organization_id = ${organizationId}`.execute(scoped);
  const zones = new Map(rows.map(({ id, time_zone }) => [id, time_zone]));
  return { timeZoneOf: (siteId) => zones.get(siteId ?? '') ?? OWN_TIME_ZONE };
}
