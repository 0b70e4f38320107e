import { sql } from 'kysely';
import { isAttended, type Outcome } from '#domain/attendance/attendance-status';
import type { SessionItem, SessionRoster } from '#domain/attendance/session-list.contract';
import { statusAt } from '#domain/attendance/status-at';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { OWN_TIME_ZONE } from './sites.ts';

type Member = SessionRoster['members'][number];

type MemberRow = Omit<Member, 'status' | 'assumed'> &
  Pick<SessionItem, 'startsAt' | 'endsAt' | 'timeZone' | 'service' | 'kind' | 'site'> & {
    facilitator: string | null;
    outcome: Outcome | null;
    walkIn: boolean;
    waitlisted: boolean;
  };

/** Everybody of one session whom the reader may see; `null` where that is nobody. */
export async function findSessionRoster(
  scoped: Scoped,
  { organizationId }: Reader,
  sessionId: string,
  asOf: Date,
): Promise<Omit<SessionRoster, 'asOf'> | null> {
  const { rows } = await sql<MemberRow>`
    SELECT a.client_id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName",
           EXISTS (SELECT FROM client_particulars p WHERE p.organization_id = a.organization_id AND p.client_id = c.id) AS mine,
           a.record_id AS "recordId", a.encounter_id AS "encounterId",
           a.starts_at AS "startsAt", a.ends_at AS "endsAt", coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone",
           coalesce(service.name, a.service_name, a.kind) AS service, a.kind, site.name AS site,
           nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), '') AS facilitator,
           a.outcome, a.walk_in AS "walkIn", a.waitlisted, a.contradictory,
           a.scheduled_minutes AS "scheduledMinutes", a.recorded_minutes AS "recordedMinutes"
      FROM attendance a
      JOIN client c ON c.organization_id = a.organization_id AND c.id = a.client_id
      LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
      LEFT JOIN staff s ON s.organization_id = a.organization_id AND s.id = a.facilitator_id
     WHERE a.organization_id = ${organizationId} AND a.session_id = ${sessionId}
       AND NOT (a.walk_in AND a.starts_at > ${asOf.toISOString()}::timestamptz)
     ORDER BY c.family_name, c.given_name, c.id`.execute(scoped);
  const [session] = rows;
  if (!session) return null;
  const rules = (await rulesOf(scoped, organizationId)).at(asOf);
  const members = rows.map((row) => memberOf(row, asOf.getTime(), rules));
  const having = (is: (member: Member) => boolean): number => members.filter(is).length;
  const { startsAt, endsAt, timeZone, service, kind, site, facilitator } = session;
  return {
    session: {
      sessionId,
      startsAt,
      endsAt,
      timeZone,
      service,
      kind,
      site,
      facilitator,
      clients: members.length,
      attended: having(isHere),
      notRecorded: having(({ status }) => status === 'unrecorded'),
      awaitingRecord: having(({ status }) => status === 'awaiting-record'),
      contradictory: having(({ contradictory }) => contradictory),
      assumed: having(({ assumed }) => assumed),
    },
    members,
  };
}

const isHere = ({ status }: Member): boolean =>
  status === 'walk-in' || isAttended(status as Outcome);

function memberOf(row: MemberRow, now: number, rules: ProgramDefaults): Member {
  const times = { startsAt: Date.parse(row.startsAt), endsAt: Date.parse(row.endsAt) };
  const status = statusAt({ ...times, outcome: row.outcome }, now, rules);
  const { clientId, familyName, givenName, mine, recordId, encounterId } = row;
  const { scheduledMinutes, recordedMinutes, contradictory } = row;
  return {
    clientId,
    familyName,
    givenName,
    mine,
    status: row.walkIn ? 'walk-in' : row.waitlisted ? 'waitlist' : status,
    scheduledMinutes,
    recordedMinutes,
    assumed: isAttended(status) && recordedMinutes === null,
    contradictory,
    recordId,
    encounterId,
  };
}
