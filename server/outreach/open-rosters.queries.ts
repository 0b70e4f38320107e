import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import type { RosterFacts } from '#domain/outreach/roster-tasks';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';

interface Row extends Omit<RosterFacts, 'members' | 'startsAt' | 'endsAt'> {
  startsAt: string;
  endsAt: string;
  members: [recordId: string, outcome: Outcome | null, counselorId: string | null][];
}

/** What is older is looked for on the attendance pages. */
const RECENT_DAYS = 30;

/** Sessions with somebody in reach, or led by the reader, of whom nobody has recorded whether they came. */
export async function findOpenRosters(
  scoped: Scoped,
  { organizationId }: Reader,
  asOf: Date,
): Promise<RosterFacts[]> {
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const isPlace = sql`NOT a.waitlisted AND NOT a.walk_in
           AND a.starts_at > ${at} - make_interval(days => ${RECENT_DAYS})
           AND a.starts_at <= ${at} - make_interval(mins => ${rules.unmarkedMinutes})`;
  // A client who was with another team and asks again is met by every supervisor, their sessions
  // with that team are not. Before an episode nobody answers for a client but who supervises.
  const isOwn = sql`a.client_id IN (SELECT r.client_id FROM client_reach r WHERE r.organization_id = ${organizationId})
           AND (a.episode_id IS NULL
                OR a.client_id IN (SELECT r.client_id FROM client_reach r
                                    WHERE r.organization_id = ${organizationId} AND r.via <> 'intake'))`;
  const { rows } = await sql<Row>`
    WITH open AS MATERIALIZED (
      SELECT DISTINCT a.session_id
        FROM attendance a
       WHERE a.organization_id = ${organizationId} AND a.outcome IS NULL AND ${isPlace}
         -- Asked for the reader's own clients, the planner looks up a few, not everybody.
         AND ${isOwn}
    )
    SELECT a.session_id AS "sessionId", min(a.starts_at) AS "startsAt", max(a.ends_at) AS "endsAt",
           (array_agg(a.facilitator_id))[1] AS "facilitatorId",
           coalesce(min(site.time_zone), ${OWN_TIME_ZONE}) AS "timeZone",
           coalesce(min(service.name), min(a.service_name), min(a.kind)) AS service,
           json_agg(json_build_array(a.record_id, a.outcome, e.counselor_id) ORDER BY a.record_id) AS members
      FROM open
      JOIN attendance a ON a.organization_id = ${organizationId} AND a.session_id = open.session_id AND ${isPlace} AND ${isOwn}
      LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
      LEFT JOIN episode e ON e.organization_id = a.organization_id AND e.id = a.episode_id
     GROUP BY a.session_id`.execute(scoped);
  return rows.map(({ startsAt, endsAt, members, ...session }) => {
    const times = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) };
    return {
      ...session,
      ...times,
      members: members.map(([recordId, outcome, counselorId]) => ({
        recordId,
        counselorId,
        status: statusAt({ ...times, outcome }, asOf.getTime(), rules),
      })),
    };
  });
}
