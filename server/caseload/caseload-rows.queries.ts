import { type RawBuilder, sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import { hasContact } from '../attendance/has-contact.ts';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { type PlanRecord, planRecord } from './current-plan.ts';

/** One session of a client; instants in milliseconds, the week by its Monday. */
export type SessionTuple = [
  recordId: string,
  startsAt: number,
  endsAt: number,
  monday: string,
  outcome: Outcome | null,
  recordedMinutes: number | null,
  scheduledMinutes: number,
  walkIn: boolean,
  waitlisted: boolean,
  ofEpisode: boolean,
];

export interface CaseloadRow extends PlanRecord {
  clientId: string;
  episodeId: string;
  familyName: string;
  givenName: string;
  recordNumber: string | null;
  birthDate: string | null;
  counselorId: string | null;
  counselor: string | null;
  teamName: string | null;
  siteId: string | null;
  site: string | null;
  timeZone: string;
  /** Runs the program and its groups. */
  unitId: string | null;
  programId: string | null;
  program: string | null;
  track: 'day' | 'evening' | null;
  levelCode: string | null;
  levelEdition: string | null;
  /** The source tells of no episode: this one is known by its sessions. */
  inferred: boolean;
  admittedOn: string;
  endedOn: string | null;
  today: string;
  /** Of the week that today lies in. */
  monday: string;
  onHold: boolean;
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
  { organizationId }: Pick<Reader, 'organizationId'>,
  filter: CaseloadFilter,
  asOf: Date,
): Promise<CaseloadRow[]> {
  const at = asOf.toISOString();
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  const noContactDays = sql`${rules.noContactDays}`;
  const { rows } = await sql<CaseloadRow>`
    WITH line AS (
      SELECT e.*, p.id AS program_id, p.name AS program, p.track AS program_track, p.site_id,
             site.name AS site, coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS zone
        FROM episode e
        LEFT JOIN LATERAL (SELECT p.* FROM program p WHERE p.organization_id = e.organization_id
                              AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
        LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
       WHERE e.organization_id = ${organizationId} AND ${matches(filter)}
         AND (e.status IN ('active', 'onhold') OR (e.status = 'finished' AND e.ended_on IS NOT NULL))
         -- No calendar is more than a day from UTC's: what is left is looked at on the site's own.
         AND e.admitted_on <= ${at.slice(0, 10)}::date + 1
         AND (e.ended_on IS NULL OR e.ended_on >= ${at.slice(0, 10)}::date)
         AND ${hasContact(sql`e.last_contact_on`, sql`(${at.slice(0, 10)}::date - 1)`, noContactDays)}
    ), dated AS (
      SELECT line.*, (${at}::timestamptz AT TIME ZONE zone)::date AS today FROM line
    ), active AS MATERIALIZED (
      SELECT dated.*, today - extract(isodow FROM today)::int + 1 AS monday
        FROM dated WHERE admitted_on <= today AND (ended_on IS NULL OR ended_on > today)
         AND ${hasContact(sql`last_contact_on`, sql`today`, noContactDays)}
    )
    SELECT l.client_id AS "clientId", l.id AS "episodeId", c.family_name AS "familyName", c.given_name AS "givenName",
           cp.record_number AS "recordNumber", cp.birth_date AS "birthDate", s.id AS "counselorId",
           concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS counselor, team.name AS "teamName",
           l.site_id AS "siteId", l.site, l.zone AS "timeZone",
           l.unit_id AS "unitId", l.program_id AS "programId", l.program, l.program_track AS track,
           l.level_code AS "levelCode", l.level_edition AS "levelEdition", l.admitted_on AS "admittedOn", l.inferred,
           l.ended_on AS "endedOn", l.today, l.monday,
           EXISTS (SELECT FROM episode_hold h WHERE h.organization_id = l.organization_id AND h.episode_id = l.id
                      AND h.starts_on <= l.today AND (h.ends_on IS NULL OR l.today < h.ends_on)) AS "onHold",
           plan.phases, plan.changes, seen.at AS "lastSeenAt", recent.sessions,
           next.starts_at AS "nextAt", next.service AS "nextService"
      FROM active l
      -- One row at a time by its key: the planner would read whole tables to test every row's scope.
      CROSS JOIN LATERAL (SELECT c.family_name, c.given_name FROM client c
                           WHERE c.organization_id = l.organization_id AND c.id = l.client_id LIMIT 1) c
      LEFT JOIN LATERAL (SELECT cp.record_number, cp.birth_date FROM client_particulars cp
                          WHERE cp.organization_id = l.organization_id AND cp.client_id = l.client_id LIMIT 1) cp ON true
      LEFT JOIN staff s ON s.organization_id = l.organization_id AND s.id = l.counselor_id
      LEFT JOIN team ON team.organization_id = l.organization_id AND team.id = l.team_id
      CROSS JOIN LATERAL (${planRecord(organizationId, sql`l.client_id`, sql`l.id`, asOf)}) plan
      LEFT JOIN LATERAL (
        SELECT a.starts_at AS at FROM attendance a
         WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id AND a.starts_at <= ${at}
           AND a.outcome IN ('attended', 'attended-late', 'left-early')
         ORDER BY a.starts_at DESC LIMIT 1) seen ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(a.record_id, date_part('epoch', a.starts_at) * 1000,
                 date_part('epoch', a.ends_at) * 1000, a.week, a.outcome, a.recorded_minutes, a.scheduled_minutes,
                 a.walk_in, a.waitlisted, coalesce(a.episode_id = l.id, false))
                 -- Who came to one of several sessions of a moment was there last.
                 ORDER BY a.starts_at, a.outcome IN ('attended', 'attended-late', 'left-early') NULLS FIRST,
                          a.record_id) AS sessions
          FROM attendance a
         WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id
           -- Instants with instants, and no COALESCE: under row level security nothing else may use the index,
           -- and every session the client ever had would be read.
           AND a.starts_at >= least((l.monday - 22)::timestamptz,
                                    CASE WHEN seen.at IS NULL THEN l.admitted_on::timestamptz ELSE seen.at END - interval '1 day')
           AND a.starts_at < (l.monday + 8)::timestamptz
           -- Nobody books a walk-in: before it came there was nothing to know of it.
           AND NOT (a.walk_in AND a.starts_at > ${at})) recent ON true
      LEFT JOIN LATERAL (
        SELECT a.starts_at, coalesce(service.name, a.service_name, a.kind) AS service
          FROM attendance a
          LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
         WHERE a.organization_id = l.organization_id AND a.client_id = l.client_id AND a.starts_at > ${at}
           AND NOT a.waitlisted AND NOT a.walk_in
           AND (a.outcome IS NULL OR a.outcome IN ('attended', 'attended-late', 'left-early', 'no-show'))
         -- Of several that begin at one moment, the first by name: whichever came first would be chance.
         ORDER BY a.starts_at, coalesce(service.name, a.service_name, a.kind) COLLATE "C" LIMIT 1) next ON true
     ORDER BY c.family_name, c.given_name, l.id`.execute(scoped);
  return rows;
}

function matches({ counselor, site, program, client }: CaseloadFilter): RawBuilder<unknown> {
  const conditions = [
    counselor === 'none'
      ? sql`e.counselor_id IS NULL`
      : counselor
        ? sql`e.counselor_id = ${counselor}`
        : null,
    site ? sql`p.site_id = ${site}` : null,
    program ? sql`p.id = ${program}` : null,
    client ? sql`e.client_id = ${client}` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`;
}
