import { type RawBuilder, sql } from 'kysely';
import { ATTENDED } from '#domain/attendance/attendance-status';
import type { Stay } from '#domain/attendance/group-loss';
import type { GroupMember } from '#domain/attendance/therapy-group.contract';
import type { Day } from '#domain/calendar/calendar-day';
import { ANSWERS_FOR } from '../access/reach.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { DAY, earliestOf, isProgramWide, latestOf, onDays } from '../measures/session-scope.ts';
import { rulesOf } from '../settings/rules.ts';
import { hasContact } from './has-contact.ts';

/** Which groups, and the days looked at: bookings to come are a part of it. */
export interface GroupsAsked {
  site?: string | undefined;
  group?: string | undefined;
  from: Day;
  to: Day;
}

export interface GroupRow {
  id: string;
  name: string;
  site: string | null;
  program: string | null;
  facilitators: string[];
}

/** A client's stay in a group. */
export interface StayRow extends Omit<GroupMember, 'state'> {
  groupId: string;
}

/** Clients who began and ended on the same days. */
export interface StayLengths extends Stay {
  groupId: string;
  clients: number;
}

export interface GroupWeekRow {
  groupId: string;
  week: Day;
  held: number;
  enrolled: number;
  present: number;
}

const present = sql`(a.walk_in OR a.outcome = ANY(${[...ATTENDED]}::text[]))`;

/**
 * A client's place in a session of a group, of those the reader sees: everybody's, or of clients in
 * reach and of groups the reader leads. Row level security says the same; said here, indexes find them.
 * What the program cancelled, or was cancelled without a reason, says nothing of whether somebody
 * belongs to the group.
 */
function places(reader: Reader, { site, group, from, to }: GroupsAsked): RawBuilder<unknown> {
  const { organizationId, staffId } = reader;
  const ofGroups = sql`a.organization_id = ${organizationId} AND a.kind = 'group' AND a.service_id IS NOT NULL
       AND NOT a.waitlisted AND NOT a.walk_in
       AND (a.outcome IS NULL OR a.outcome NOT IN ('program-cancelled', 'cancelled-unknown', 'on-hold'))
       AND a.starts_at >= ${earliestOf(from)}::timestamptz AND a.starts_at < ${latestOf(to)}::timestamptz
       AND ${onDays({ from, to })}
       AND ${site ? sql`a.site_id = ${site}` : sql`true`} AND ${group ? sql`a.service_id = ${group}` : sql`true`}`;
  if (isProgramWide(reader, {})) return sql`SELECT ${PLACE} FROM attendance a WHERE ${ofGroups}`;
  return sql`
      SELECT ${PLACE}
        FROM (SELECT DISTINCT r.client_id FROM client_reach r
               WHERE r.organization_id = ${organizationId} AND r.staff_id = ${staffId} AND ${ANSWERS_FOR}) r
        JOIN attendance a ON a.client_id = r.client_id
       WHERE ${ofGroups}
       UNION
      SELECT ${PLACE} FROM attendance a WHERE a.facilitator_id = ${staffId} AND ${ofGroups}`;
}

const PLACE = sql`a.client_id, a.record_id, a.service_id, a.session_id, a.site_id, a.facilitator_id, a.week, a.weekday,
             a.starts_at, a.outcome, a.walk_in`;

/** The groups of which the reader sees a session, with who led them lately. */
export async function findGroups(
  scoped: Scoped,
  reader: Reader,
  asked: GroupsAsked,
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    SELECT service.id, service.name, site.name AS site, program.name AS program,
           array_agg(DISTINCT concat_ws(' ', nullif(s.given_name, ''), s.family_name))
             FILTER (WHERE s.id IS NOT NULL) AS facilitators
      FROM (SELECT DISTINCT a.service_id, a.site_id, a.facilitator_id FROM (${places(reader, asked)}) a) led
      JOIN service ON service.organization_id = ${reader.organizationId} AND service.id = led.service_id
      LEFT JOIN site ON site.organization_id = ${reader.organizationId} AND site.id = led.site_id
      LEFT JOIN staff s ON s.organization_id = ${reader.organizationId} AND s.id = led.facilitator_id
      LEFT JOIN LATERAL (
        SELECT coalesce(p.name, unit.name) AS name FROM unit
          LEFT JOIN program p ON p.organization_id = unit.organization_id AND p.unit_id = unit.id
         WHERE unit.organization_id = ${reader.organizationId} AND unit.id = service.unit_id
         ORDER BY p.id LIMIT 1) program ON true
     GROUP BY service.id, service.name, site.name, program.name
     ORDER BY site.name NULLS LAST, program.name NULLS LAST, service.name, service.id`.execute(
    scoped,
  );
  return rows.map((row) => ({ ...row, facilitators: row.facilitators ?? [] }));
}

/** How long clients stayed in every group, and how many alike. */
export async function findStayLengths(
  scoped: Scoped,
  reader: Reader,
  asked: GroupsAsked,
): Promise<StayLengths[]> {
  const { rows } = await sql<StayLengths>`
    SELECT stay.service_id AS "groupId", stay.since, stay.until, stay.until < stay.last AS moved, count(*)::int AS clients
      FROM (SELECT a.service_id, min(${DAY}) AS since, max(${DAY}) AS until,
                   max(max(${DAY})) OVER (PARTITION BY a.client_id) AS last
              FROM (${places(reader, asked)}) a
             GROUP BY a.service_id, a.client_id) stay
     GROUP BY stay.service_id, stay.since, stay.until, moved`.execute(scoped);
  return rows;
}

/** Every client's stay in the groups asked for. */
export async function findStays(
  scoped: Scoped,
  reader: Reader,
  asked: GroupsAsked,
  asOf: Date,
): Promise<StayRow[]> {
  const now = sql`${asOf.toISOString()}::timestamptz`;
  const today = sql`${asOf.toISOString().slice(0, 10)}::date`;
  const { noContactDays } = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const { rows } = await sql<StayRow>`
    SELECT stay.*, c.family_name AS "familyName", c.given_name AS "givenName",
           EXISTS (SELECT FROM client_particulars p WHERE p.organization_id = ${reader.organizationId} AND p.client_id = c.id) AS mine,
           EXISTS (SELECT FROM episode e WHERE e.organization_id = ${reader.organizationId} AND e.client_id = c.id
                      AND (e.ended_on IS NULL OR e.ended_on > ${today})
                      AND ${hasContact(sql`e.last_contact_on`, today, sql`${noContactDays}`)}) AS "inCare"
      FROM (SELECT a.service_id AS "groupId", a.client_id AS "clientId",
                   min(${DAY}) AS since, max(${DAY}) AS until,
                   (count(*) FILTER (WHERE a.starts_at <= ${now}))::int AS sessions,
                   (count(*) FILTER (WHERE ${present} AND a.starts_at <= ${now}))::int AS attended
              FROM (${places(reader, asked)}) a
             GROUP BY a.service_id, a.client_id) stay
      JOIN client c ON c.organization_id = ${reader.organizationId} AND c.id = stay."clientId"
     ORDER BY stay.until DESC, c.family_name, c.given_name, c.id`.execute(scoped);
  return rows;
}

/** What each group was week by week, of sessions that have begun. */
export async function findGroupWeeks(
  scoped: Scoped,
  reader: Reader,
  asked: GroupsAsked,
  asOf: Date,
): Promise<GroupWeekRow[]> {
  const { rows } = await sql<GroupWeekRow>`
    SELECT a.service_id AS "groupId", a.week,
           (count(DISTINCT a.session_id) FILTER (WHERE ${present}))::int AS held,
           count(DISTINCT a.client_id)::int AS enrolled, (count(*) FILTER (WHERE ${present}))::int AS present
      FROM (${places(reader, asked)}) a
     WHERE a.starts_at <= ${asOf.toISOString()}::timestamptz
     GROUP BY a.service_id, a.week ORDER BY a.week`.execute(scoped);
  return rows;
}
