import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import type { Closure } from '#domain/measures/measures.contract';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import {
  DAY,
  isProgramWide,
  narrowedTo,
  onDays,
  sessionsInScope,
  type SessionScope,
} from './session-scope.ts';

/** The day it is at the site where the day begins last: a week is over when it is over everywhere. */
export async function todayEverywhere(
  scoped: Scoped,
  organizationId: string,
  asOf: Date,
): Promise<Day> {
  const { rows } = await sql<{ today: Day }>`
    SELECT coalesce(min((${asOf.toISOString()}::timestamptz AT TIME ZONE coalesce(time_zone, ${OWN_TIME_ZONE}))::date),
                    (${asOf.toISOString()}::timestamptz AT TIME ZONE ${OWN_TIME_ZONE})::date) AS today
      FROM site WHERE organization_id = ${organizationId}`.execute(scoped);
  return rows[0]?.today ?? asOf.toISOString().slice(0, 10);
}

/** Of the days in a period that have sessions, how many are over. */
export async function daysOver(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  today: Day,
): Promise<{ over: number; of: number }> {
  // Of a period that is not over, sessions still to come are planned days too.
  const end = new Date(Date.parse(scope.to) + 2 * 86_400_000);
  const sessions = isProgramWide(reader, scope)
    ? plannedInProgram(reader, scope)
    : sessionsInScope(reader, scope, end);
  const { rows } = await sql<{ over: number; of: number }>`
    SELECT count(DISTINCT ${DAY})::int AS of, count(DISTINCT ${DAY}) FILTER (WHERE ${DAY} < ${today}::date)::int AS over
      ${sessions}`.execute(scoped);
  return rows[0] ?? { over: 0, of: 0 };
}

const plannedInProgram = (reader: Reader, scope: SessionScope) => sql`
      FROM program_week a
     WHERE a.organization_id = ${reader.organizationId} AND ${onDays(scope)} AND a.in_episode AND ${narrowedTo(reader, scope)}`;

/** Fewer cancelled at once may be one person's illness. */
const FEWEST_FOR_A_CLOSURE = 8;

/** Somebody is seen by telehealth, or cancelled before: a closed day is not wholly empty. */
const CLOSED_SHARE = 0.8;

/**
 * Days on which a site was closed, as in a snow storm: four in five of what was booked were cancelled
 * by the program. From the program's own weeks: readable with the permission for aggregates. What was
 * set as a closure is found elsewhere (server/settings/closures.queries.ts).
 */
export async function findClosures(
  scoped: Scoped,
  { organizationId }: Reader,
  { from, to, site }: Pick<SessionScope, 'from' | 'to' | 'site'>,
): Promise<Closure[]> {
  const { rows } = await sql<Closure>`
    SELECT cancelled.week + cancelled.weekday - 1 AS day, cancelled.week + cancelled.weekday - 1 AS "lastDay",
           site.name AS site, cancelled.sessions, NULL::text AS words
      FROM (SELECT w.week, w.weekday, w.site_id, sum(w.sessions)::int AS sessions
              FROM program_week w
             WHERE w.organization_id = ${organizationId} AND w.week BETWEEN ${from}::date - 6 AND ${to}::date
               AND w.outcome = 'program-cancelled' AND ${site ? sql`w.site_id = ${site}` : sql`true`}
             GROUP BY w.week, w.weekday, w.site_id
            HAVING sum(w.sessions) >= ${FEWEST_FOR_A_CLOSURE}) cancelled
      JOIN site ON site.organization_id = ${organizationId} AND site.id = cancelled.site_id
     WHERE cancelled.sessions >= ${CLOSED_SHARE}::numeric
         * (SELECT sum(w.sessions) FROM program_week w
             WHERE w.organization_id = ${organizationId} AND w.week = cancelled.week AND w.site_id = cancelled.site_id AND w.weekday = cancelled.weekday)
     ORDER BY day, site.name`.execute(scoped);
  return rows.filter(({ day }) => from <= day && day <= to);
}
