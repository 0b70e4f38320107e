import { sql } from 'kysely';
import { type LocalTime, localTime } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';

/** On whose calendar a session lies. */
export interface Sites {
  /** Where an instant (milliseconds) lies on the calendar of a site. */
  localTime(instant: number, siteId: string | null): LocalTime;
}

/** Where a source names no site or no time zone, the server's own calendar is the best there is. */
export const OWN_TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export async function loadSites(scoped: Scoped, organizationId: string): Promise<Sites> {
  const { rows } = await sql<{ id: string; time_zone: string }>`
    SELECT id, time_zone FROM site WHERE organization_id = ${organizationId}`.execute(scoped);
  const zones = new Map(rows.map(({ id, time_zone }) => [id, time_zone]));
  // Many clients sit in one session, and a clock is asked for it once.
  const known = new Map<string, LocalTime>();
  return {
    localTime: (instant, siteId) => {
      const key = `${instant} ${siteId}`;
      const asked = known.get(key) ?? localTime(instant, zones.get(siteId ?? '') ?? OWN_TIME_ZONE);
      known.set(key, asked);
      return asked;
    },
  };
}
