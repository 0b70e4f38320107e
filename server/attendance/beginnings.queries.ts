import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import { STOPPED_AFTER_DAYS } from '#domain/attendance/group-loss';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import {
  clientsInReach,
  DAY,
  earliestOf,
  isProgramWide,
  latestOf,
  onDays,
} from '../measures/session-scope.ts';

/** A client's unbroken time in a group, by its first and last booking. */
export interface Beginning {
  groupId: string;
  clientId: string;
  since: Day;
  until: Day;
}

/**
 * Every client's times in every group, apart where two weeks lie between two bookings: who comes back
 * later has stopped, and begins anew. A client on hold keeps their place; what the program cancelled
 * says nothing of whether somebody belongs to the group. Of episodes that the reader may see: of
 * others on a roster nobody could tell them why they left.
 */
export async function findBeginnings(
  scoped: Scoped,
  reader: Reader,
  { from, to }: { from: Day; to: Day },
): Promise<Beginning[]> {
  const { rows } = await sql<Beginning>`
    WITH place AS (
      SELECT DISTINCT a.service_id, a.client_id, ${DAY} AS day
        FROM ${clientsInReach(reader)} attendance a ${isProgramWide(reader, {}) ? sql`` : sql`ON a.client_id = r.client_id`}
       WHERE a.organization_id = ${reader.organizationId} AND a.kind = 'group' AND a.service_id IS NOT NULL
         AND a.episode_id IS NOT NULL AND NOT a.waitlisted AND NOT a.walk_in
         AND (a.outcome IS NULL OR a.outcome NOT IN ('program-cancelled', 'cancelled-unknown'))
         AND a.starts_at >= ${earliestOf(from)}::timestamptz AND a.starts_at < ${latestOf(to)}::timestamptz
         AND ${onDays({ from, to })}
    ), stepped AS (
      SELECT *, coalesce(day - lag(day) OVER (PARTITION BY service_id, client_id ORDER BY day) > ${STOPPED_AFTER_DAYS}, true) AS begins
        FROM place
    ), numbered AS (
      SELECT *, count(*) FILTER (WHERE begins) OVER (PARTITION BY service_id, client_id ORDER BY day) AS time FROM stepped
    )
    SELECT service_id AS "groupId", client_id AS "clientId", min(day) AS since, max(day) AS until
      FROM numbered GROUP BY service_id, client_id, time`.execute(scoped);
  return rows;
}
