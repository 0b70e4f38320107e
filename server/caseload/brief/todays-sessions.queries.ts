import { sql } from 'kysely';
import { ATTENDED, isAttended, type Outcome } from '#domain/attendance/attendance-status';
import type { TodaySession } from '#domain/caseload/brief.contract';
import { metIn } from '../../attendance/met.ts';
import { OWN_TIME_ZONE } from '../../attendance/sites.ts';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';

interface PlaceRow {
  sessionId: string;
  startsAt: string;
  endsAt: string;
  service: string;
  kind: string;
  clientId: string;
  familyName: string;
  givenName: string;
  outcome: Outcome | null;
  walkIn: boolean;
  arrivedAt: string | null;
  telehealth: boolean;
}

/** After the start, when somebody on the roster still has no outcome. */
const UNMARKED_AFTER_MS = 30 * 60_000;

/** The sessions that the reader leads on the day of `asOf`, with who has come to them so far. */
export async function findTodaysSessions(
  scoped: Scoped,
  { organizationId, staffId }: Reader,
  asOf: Date,
): Promise<TodaySession[]> {
  if (!staffId) return [];
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const zone = sql`coalesce(site.time_zone, ${OWN_TIME_ZONE})`;
  const { rows } = await sql<PlaceRow>`
    SELECT a.session_id AS "sessionId", a.starts_at AS "startsAt", a.ends_at AS "endsAt",
           coalesce(service.name, a.service_name, a.kind) AS service, a.kind, c.id AS "clientId",
           c.family_name AS "familyName", c.given_name AS "givenName", a.outcome, a.walk_in AS "walkIn",
           coalesce(met.started_at, a.first_recorded_at) AS "arrivedAt", coalesce(met.virtual, false) AS telehealth
      FROM attendance a
      JOIN client c ON c.organization_id = a.organization_id AND c.id = a.client_id
      LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
      LEFT JOIN LATERAL ${metIn(at)} met ON true
     WHERE a.organization_id = ${organizationId} AND a.facilitator_id = ${staffId} AND NOT a.waitlisted
       AND NOT (a.walk_in AND a.starts_at > ${at})
       -- Who cancelled is expected no more.
       AND (a.outcome IS NULL OR a.outcome = 'no-show' OR a.outcome = ANY(${[...ATTENDED]}::text[]))
       AND a.starts_at BETWEEN ${at} - interval '1 day' AND ${at} + interval '1 day'
       AND (a.starts_at AT TIME ZONE ${zone})::date = (${at} AT TIME ZONE ${zone})::date
     ORDER BY a.starts_at, a.session_id, c.family_name, c.given_name, c.id`.execute(scoped);
  return [...Map.groupBy(rows, ({ sessionId }) => sessionId).values()].flatMap(
    (places) => sessionOf(places, asOf.getTime()) ?? [],
  );
}

function sessionOf(places: readonly PlaceRow[], now: number): TodaySession | null {
  const [first] = places;
  if (!first) return null;
  const { sessionId, startsAt, endsAt, service, kind, clientId, familyName, givenName } = first;
  // An arrival is known before the session begins, unless it came after the moment that is asked for.
  const come = places.filter(
    ({ walkIn, outcome, arrivedAt }) =>
      walkIn || (outcome && isAttended(outcome) && arrivedAt && Date.parse(arrivedAt) <= now),
  );
  const alone = kind !== 'group' && places.length === 1;
  const begun = now - Date.parse(startsAt);
  return {
    sessionId,
    startsAt,
    endsAt,
    service,
    kind,
    client: alone ? { clientId, familyName, givenName } : null,
    expected: places.length,
    arrived: come.length,
    arrivedAt: alone ? (come[0]?.arrivedAt ?? null) : null,
    telehealth: places.some(({ telehealth }) => telehealth),
    unmarked:
      begun >= UNMARKED_AFTER_MS && places.some(({ outcome, walkIn }) => !outcome && !walkIn),
  };
}
