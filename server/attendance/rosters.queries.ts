import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import type { Roster } from '#domain/attendance/roster.contract';
import { statusAt } from '#domain/attendance/status-at';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { OWN_TIME_ZONE } from './sites.ts';

interface RosterRow {
  sessionId: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  service: string;
  kind: string;
  site: string | null;
  facilitator: string;
  clientId: string;
  familyName: string;
  givenName: string;
  outcome: Outcome | null;
  waitlisted: boolean;
  mine: boolean;
}

/** The sessions the reader leads on the day of `asOf`, each with everybody who is expected. */
export async function findRosters(
  scoped: Scoped,
  { organizationId, staffId }: Reader,
  asOf: Date,
): Promise<Roster[]> {
  if (!staffId) return [];
  const at = asOf.toISOString();
  const { rows } = await sql<RosterRow>`
    SELECT a.session_id AS "sessionId", a.starts_at AS "startsAt", a.ends_at AS "endsAt",
           coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone", coalesce(service.name, a.service_name, a.kind) AS service, a.kind,
           site.name AS site, concat_ws(' ', nullif(s.given_name, ''), s.family_name) AS facilitator,
           c.id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName", a.outcome, a.waitlisted,
           EXISTS (SELECT FROM client_particulars p WHERE p.organization_id = a.organization_id AND p.client_id = c.id) AS mine
      FROM attendance a
      JOIN client c ON c.organization_id = a.organization_id AND c.id = a.client_id
      LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
      LEFT JOIN staff s ON s.organization_id = a.organization_id AND s.id = a.facilitator_id
     WHERE a.organization_id = ${organizationId} AND a.facilitator_id = ${staffId}
       AND NOT (a.walk_in AND a.starts_at > ${at}::timestamptz)
       AND a.starts_at BETWEEN ${at}::timestamptz - interval '1 day' AND ${at}::timestamptz + interval '1 day'
       AND (a.starts_at AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date
         = (${at}::timestamptz AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date
     ORDER BY a.starts_at, a.session_id, c.family_name, c.given_name, c.id`.execute(scoped);
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  const sessions = Map.groupBy(rows, ({ sessionId }) => sessionId);
  return [...sessions.values()].flatMap(
    (members) => rosterOf(members, asOf.getTime(), rules) ?? [],
  );
}

function rosterOf(rows: readonly RosterRow[], now: number, rules: ProgramDefaults): Roster | null {
  const [session] = rows;
  if (!session) return null;
  const startsAt = Date.parse(session.startsAt);
  return {
    sessionId: session.sessionId,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    service: session.service,
    kind: session.kind,
    site: session.site,
    facilitator: session.facilitator || null,
    unmarked:
      now - startsAt >= rules.unmarkedMinutes * 60_000 &&
      rows.some(({ outcome }) => outcome === null),
    members: rows.map(({ clientId, familyName, givenName, outcome, waitlisted, endsAt, mine }) => ({
      clientId,
      familyName,
      givenName,
      mine,
      status: waitlisted
        ? 'waitlist'
        : statusAt({ startsAt, endsAt: Date.parse(endsAt), outcome }, now, rules),
    })),
  };
}
