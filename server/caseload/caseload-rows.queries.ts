import { type RawBuilder, sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** Record, start and end (ms), outcome, recorded and scheduled minutes, walk-in, waitlisted, in the episode. */
export type SessionTuple = [
  recordId: string,
  startsAt: number,
  endsAt: number,
  outcome: Outcome | null,
  recordedMinutes: number | null,
  scheduledMinutes: number,
  walkIn: boolean,
  waitlisted: boolean,
  ofEpisode: boolean,
];

/** Number, first and last day, minutes a week, weekdays. */
export type PhaseTuple = [number, string, string, number | null, number[] | null];

export interface CaseloadRow {
  clientId: string;
  episodeId: string;
  familyName: string;
  givenName: string;
  recordNumber: string | null;
  counselorId: string | null;
  counselor: string | null;
  teamName: string | null;
  siteId: string | null;
  site: string | null;
  timeZone: string;
  programId: string | null;
  program: string | null;
  track: 'day' | 'evening' | null;
  levelCode: string | null;
  levelEdition: string | null;
  admittedOn: string;
  endedOn: string | null;
  today: string;
  onHold: boolean;
  planEndsOn: string | null;
  phases: PhaseTuple[] | null;
  sessions: SessionTuple[] | null;
  lastSeenAt: string | null;
  nextAt: string | null;
  nextService: string | null;
}

export interface CaseloadFilter {
  /** An id, or 'none' for clients without a counselor. */
  counselor?: string | undefined;
  site?: string | undefined;
  program?: string | undefined;
  client?: string | undefined;
}

/**
 * The active episodes at `asOf` that the reader may see and the filter names, each with the sessions
 * its line is made of: four weeks, or back to when the client was last seen if that is longer ago.
 */
export async function findCaseloadRows(
  scoped: Scoped,
  { organizationId }: Reader,
  filter: CaseloadFilter,
  asOf: Date,
): Promise<CaseloadRow[]> {
  const at = asOf.toISOString();
  const { rows } = await sql<CaseloadRow>`
    WITH line AS (
      SELECT e.*, p.id AS program_id, p.name AS program, p.track AS program_track, p.site_id,
             site.name AS site, site.time_zone,
             (${at}::timestamptz AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date AS today
        FROM episode e
        LEFT JOIN LATERAL (SELECT p.* FROM program p WHERE p.organization_id = e.organization_id
                              AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
        LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
       WHERE e.organization_id = ${organizationId} AND ${matches(filter)}
         AND (e.status IN ('active', 'onhold') OR (e.status = 'finished' AND e.ended_on IS NOT NULL))
    ), active AS (
      SELECT line.*, line.today - extract(isodow FROM line.today)::int + 1 AS monday
        FROM line WHERE admitted_on <= today AND (ended_on IS NULL OR ended_on > today)
    )
    SELECT l.client_id AS "clientId", l.id AS "episodeId", c.family_name AS "familyName", c.given_name AS "givenName",
           cp.record_number AS "recordNumber", s.id AS "counselorId",
           concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS counselor, team.name AS "teamName",
           l.site_id AS "siteId", l.site, coalesce(l.time_zone, ${OWN_TIME_ZONE}) AS "timeZone",
           l.program_id AS "programId", l.program, l.program_track AS track,
           l.level_code AS "levelCode", l.level_edition AS "levelEdition", l.admitted_on AS "admittedOn",
           l.ended_on AS "endedOn", l.today,
           EXISTS (SELECT FROM episode_hold h WHERE h.organization_id = l.organization_id AND h.episode_id = l.id
                      AND h.starts_on <= l.today AND (h.ends_on IS NULL OR l.today < h.ends_on)) AS "onHold",
           plan.ends_on AS "planEndsOn", plan.phases, seen.at AS "lastSeenAt", recent.sessions,
           next.starts_at AS "nextAt", next.service AS "nextService"
      FROM active l
      JOIN client c ON c.organization_id = l.organization_id AND c.id = l.client_id
      LEFT JOIN client_particulars cp ON cp.organization_id = l.organization_id AND cp.client_id = l.client_id
      LEFT JOIN staff s ON s.organization_id = l.organization_id AND s.id = l.counselor_id
      LEFT JOIN team ON team.organization_id = l.organization_id AND team.id = l.team_id
      LEFT JOIN LATERAL (
        SELECT max(ph.plan_ends_on) AS ends_on,
               json_agg(json_build_array(ph.number, ph.starts_on, ph.ends_on, ph.minutes_per_week, ph.weekdays)
                        ORDER BY ph.number) AS phases
          FROM plan_phase ph
         WHERE ph.organization_id = l.organization_id AND ph.plan_id = (
               SELECT own.plan_id FROM plan_phase own
                WHERE own.organization_id = l.organization_id AND own.client_id = l.client_id
                  AND own.plan_starts_on <= l.today
                ORDER BY own.plan_starts_on DESC, own.ends_on DESC, own.plan_id LIMIT 1)) plan ON true
      LEFT JOIN LATERAL (
        SELECT a.starts_at AS at FROM attendance a
         WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id AND a.starts_at <= ${at}
           AND a.outcome IN ('attended', 'attended-late', 'left-early')
         ORDER BY a.starts_at DESC LIMIT 1) seen ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(a.record_id, round(extract(epoch FROM a.starts_at) * 1000),
                 round(extract(epoch FROM a.ends_at) * 1000), a.outcome, a.recorded_minutes, a.scheduled_minutes,
                 a.walk_in, a.waitlisted, coalesce(a.episode_id = l.id, false)) ORDER BY a.starts_at, a.record_id) AS sessions
          FROM attendance a
         WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id
           AND a.starts_at >= least(l.monday - 22, (coalesce(seen.at, l.admitted_on::timestamptz) - interval '1 day')::date)
           AND a.starts_at < l.monday + 8) recent ON true
      LEFT JOIN LATERAL (
        SELECT a.starts_at, coalesce(service.name, a.kind) AS service
          FROM attendance a
          LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
         WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id AND a.starts_at > ${at}
           AND NOT a.waitlisted
           AND (a.outcome IS NULL OR a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'))
         ORDER BY a.starts_at LIMIT 1) next ON true
     ORDER BY c.family_name, c.given_name, l.id`.execute(scoped);
  return rows;
}

function matches({ counselor, site, program, client }: CaseloadFilter): RawBuilder<unknown> {
  const conditions = [
    counselor === 'none' ? sql`e.counselor_id IS NULL` : counselor ? sql`e.counselor_id = ${counselor}` : null,
    site ? sql`p.site_id = ${site}` : null,
    program ? sql`p.id = ${program}` : null,
    client ? sql`e.client_id = ${client}` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`;
}
