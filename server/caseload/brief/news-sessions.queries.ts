import { sql } from 'kysely';
import { statusAt } from '#domain/attendance/status-at';
import type { Outcome } from '#domain/attendance/attendance-status';
import type { NewsSession } from '#domain/caseload/session-news';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';

interface SessionRow {
  clientId: string;
  startsAt: string;
  endsAt: string;
  outcome: Outcome | null;
  recordedAt: string | null;
  cancelledAt: string | null;
}

/** How long ago a session may have been to be news when it is recorded after all. */
const WEEKS_BACK = 8;

/** Sessions of these clients that may be news, by client: those before tell who was missed until then. */
export async function findNewsSessions(
  scoped: Scoped,
  { organizationId }: Reader,
  clientIds: readonly string[],
  since: Date,
  asOf: Date,
  rules: ProgramDefaults,
): Promise<Map<string, NewsSession[]>> {
  const [from, at] = [
    sql`${since.toISOString()}::timestamptz`,
    sql`${asOf.toISOString()}::timestamptz`,
  ];
  const { rows } = await sql<SessionRow>`
    SELECT a.client_id AS "clientId", a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.outcome, recorded.at AS "recordedAt",
           a.cancelled_at AS "cancelledAt"
      FROM unnest(${clientIds}::uuid[]) AS l(client_id)
      JOIN attendance a ON a.organization_id = ${organizationId} AND a.client_id = l.client_id
       AND a.starts_at > ${from} - ${`${WEEKS_BACK} weeks`}::interval AND NOT a.waitlisted AND NOT a.walk_in
       AND (a.starts_at <= ${at} OR a.cancelled_at > ${from})
      -- What came with the first read was recorded at the source long before: its own word counts, of the
      -- version that first told. Asked only of what was not known here already.
      LEFT JOIN LATERAL (
        SELECT min(coalesce(r.last_updated, r.received_at)) AS at FROM source_record r
         WHERE a.ends_at <= ${from} AND a.first_recorded_at > ${from} AND r.organization_id = ${organizationId}
           AND r.received_at >= a.first_recorded_at
           AND r.identity_id IN (CASE WHEN a.booking_recorded_at IS NOT NULL THEN a.record_id END, a.encounter_id)) recorded ON true
     ORDER BY a.starts_at, a.record_id`.execute(scoped);
  const byClient = Map.groupBy(rows, ({ clientId }) => clientId);
  return new Map(
    [...byClient].map(([clientId, own]) => [
      clientId,
      own.map((row) => sessionOf(row, asOf.getTime(), rules)),
    ]),
  );
}

function sessionOf(row: SessionRow, now: number, rules: ProgramDefaults): NewsSession {
  const [startsAt, endsAt] = [Date.parse(row.startsAt), Date.parse(row.endsAt)];
  return {
    startsAt,
    endsAt,
    status: statusAt({ startsAt, endsAt, outcome: row.outcome }, now, rules),
    recordedAt: row.recordedAt ? Date.parse(row.recordedAt) : null,
    cancelledAt: row.cancelledAt ? Date.parse(row.cancelledAt) : null,
  };
}
