import { sql } from 'kysely';
import { addDays, type Day, localTime, startOfDay } from '#domain/calendar/calendar-day';
import type { Engagement, OpenSession } from '#domain/caseload/make-up';
import { findCapacities } from '../../attendance/group-capacity.queries.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';

/** A session of a group of a program, still to come this week. */
export interface GroupSession extends OpenSession {
  service: string;
  unitId: string;
}

interface SessionRow {
  sessionId: string;
  serviceId: string;
  unitId: string;
  service: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  taken: number;
}

/** Sessions of these programs' groups from `asOf` to the end of the week, with the places left. */
export async function findGroupSessions(
  scoped: Scoped,
  reader: Reader,
  unitIds: readonly string[],
  week: { monday: Day; timeZone: string },
  asOf: Date,
): Promise<GroupSession[]> {
  if (unitIds.length === 0) return [];
  const until = new Date(startOfDay(addDays(week.monday, 7), week.timeZone)).toISOString();
  const { rows } = await sql<SessionRow>`
    SELECT p.session_id AS "sessionId", p.service_id AS "serviceId", service.unit_id AS "unitId", service.name AS service,
           coalesce(site.time_zone, ${week.timeZone}) AS "timeZone", p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.taken
      FROM places_taken(${asOf.toISOString()}::timestamptz, ${until}::timestamptz) p
      JOIN service ON service.organization_id = ${reader.organizationId} AND service.id = p.service_id
       AND service.unit_id = ANY(${unitIds}::uuid[])
      LEFT JOIN site ON site.organization_id = ${reader.organizationId} AND site.id = service.site_id
     ORDER BY p.starts_at, service.name, p.session_id`.execute(scoped);
  const capacities = await findCapacities(scoped, reader);
  return rows.map(({ serviceId, timeZone, taken, startsAt, endsAt, ...session }) => {
    const { day, hour } = localTime(Date.parse(startsAt), timeZone);
    const held = capacities.findLast(({ groupId, since }) => groupId === serviceId && since <= day);
    const left = held ? Math.max(0, held.capacity - taken) : null;
    return {
      ...session,
      day,
      hour,
      startsAt: Date.parse(startsAt),
      endsAt: Date.parse(endsAt),
      left,
    };
  });
}

/** What else keeps a client this week, and what was said of their schedule at admission. */
export interface OtherTimes {
  elsewhere: Engagement[];
  schedule: string | null;
}

/** How long an appointment elsewhere is taken to be: the record tells only when it begins. */
const ELSEWHERE_MS = 3_600_000;

export async function findOtherTimes(
  scoped: Scoped,
  { organizationId }: Reader,
  clientIds: readonly string[],
  timeZone: string,
  asOf: Date,
): Promise<Map<string, OtherTimes>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<{
    clientId: string;
    starts: string[] | null;
    schedule: string | null;
  }>`
    SELECT l.client_id AS "clientId", booked.starts, said.schedule
      FROM unnest(${clientIds}::uuid[]) AS l(client_id)
      LEFT JOIN LATERAL (
        SELECT json_agg(r.starts_at) AS starts FROM referral_appointment r
         WHERE r.organization_id = ${organizationId} AND r.client_id = l.client_id AND r.outcome IS NULL
           AND r.starts_at BETWEEN ${asOf.toISOString()}::timestamptz AND ${asOf.toISOString()}::timestamptz + interval '8 days') booked ON true
      LEFT JOIN LATERAL (
        SELECT array_to_string(q.given, '; ') AS schedule FROM admission_answer q
         WHERE q.organization_id = ${organizationId} AND q.client_id = l.client_id AND q.moment = 'admission'
           AND q.question = 'SCHEDULE_CONSTRAINT' AND q.answered_on <= ${asOf.toISOString().slice(0, 10)}::date + 1
         ORDER BY q.answered_on DESC, q.record_id LIMIT 1) said ON true`.execute(scoped);
  return new Map(
    rows.map(({ clientId, starts, schedule }) => [
      clientId,
      {
        schedule,
        elsewhere: (starts ?? []).map((start) => ({
          day: localTime(Date.parse(start), timeZone).day,
          startsAt: Date.parse(start),
          endsAt: Date.parse(start) + ELSEWHERE_MS,
        })),
      },
    ]),
  );
}
