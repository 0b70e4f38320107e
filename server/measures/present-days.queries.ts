import { sql } from 'kysely';
import { ATTENDED } from '#domain/attendance/attendance-status';
import type { Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { DAY, sessionsInScope, type SessionScope } from './session-scope.ts';

/** A day on which a client was present, booked or not. */
export interface PresentDay {
  clientId: string;
  day: Day;
  /** Of all sessions of the day; `null` where nobody recorded any. */
  recordedMinutes: number | null;
  site: string;
  unit: string;
  track: string;
  level: string;
  recordIds: string[];
}

export async function findPresentDays(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
): Promise<PresentDay[]> {
  const { rows } = await sql<PresentDay>`
    SELECT a.client_id AS "clientId", ${DAY} AS day, sum(a.recorded_minutes)::int AS "recordedMinutes",
           coalesce(min(a.site_id::text), '') AS site, coalesce(min(a.unit_id::text), '') AS unit,
           coalesce(min(a.track), '') AS track, coalesce(min(a.level_code), '') AS level,
           array_agg(coalesce(a.encounter_id, a.record_id)::text ORDER BY a.starts_at) AS "recordIds"
      ${sessionsInScope(reader, scope, asOf)}
       AND (a.walk_in OR a.outcome = ANY(${[...ATTENDED]}::text[]))
     GROUP BY a.client_id, ${DAY}`.execute(scoped);
  return rows;
}
