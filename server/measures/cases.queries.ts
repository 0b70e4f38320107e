import { type RawBuilder, sql } from 'kysely';
import {
  type AttendanceStatus,
  isAttended,
  type Outcome,
} from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import type { MeasureCase } from '#domain/measures/measure-cases.contract';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { countSessions } from './count-sessions.queries.ts';
import { sessionsInScope, type SessionScope } from './session-scope.ts';

/** An attendance status, or 'walk-in'. */
export type CaseStatus = AttendanceStatus | 'walk-in';
export type Case = Omit<MeasureCase, 'counts' | 'status'> & { status: CaseStatus };

type CaseRow = Omit<Case, 'status' | 'assumed'> & {
  endsAt: string;
  outcome: Outcome | null;
  walkIn: boolean;
};

const A_PAGE = 100;

/** Sessions of these statuses as at `asOf`, newest first; `after` is where the page before ended. */
export async function findCases(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  { statuses, after }: { statuses: readonly CaseStatus[]; after: string | undefined },
  asOf: Date,
): Promise<{ cases: Case[]; next: string | null }> {
  const [startsAt, recordId, clientId] = (after ?? '').split('|');
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const { rows } = await sql<CaseRow>`
    SELECT a.client_id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName",
           a.record_id AS "recordId", a.encounter_id AS "encounterId", a.session_id AS "sessionId",
           a.starts_at AS "startsAt", a.ends_at AS "endsAt", coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone",
           coalesce(service.name, a.service_name, a.kind) AS service, site.name AS site,
           a.outcome, a.walk_in AS "walkIn", a.scheduled_minutes AS "scheduledMinutes",
           a.recorded_minutes AS "recordedMinutes", a.contradictory
      FROM (SELECT a.* ${sessionsInScope(reader, scope, asOf)} AND (${isOneOf(statuses, asOf, rules)})
               AND ${
                 startsAt && recordId && clientId
                   ? sql`a.starts_at <= ${startsAt}::timestamptz
               AND (a.starts_at, a.record_id, a.client_id) < (${startsAt}::timestamptz, ${recordId}::uuid, ${clientId}::uuid)`
                   : sql`true`
               }
             ORDER BY a.starts_at DESC, a.record_id DESC, a.client_id DESC
             LIMIT ${sql.lit(A_PAGE + 1)}) a
      JOIN client c ON c.organization_id = a.organization_id AND c.id = a.client_id
      LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
      LEFT JOIN service ON service.organization_id = a.organization_id AND service.id = a.service_id
     ORDER BY a.starts_at DESC, a.record_id DESC, a.client_id DESC`.execute(scoped);
  const page = rows.slice(0, A_PAGE);
  const last = page.at(-1);
  return {
    cases: page.map((row) => caseOf(row, asOf, rules)),
    next:
      rows.length > A_PAGE && last ? `${last.startsAt}|${last.recordId}|${last.clientId}` : null,
  };
}

/** How many there are on all pages: counted as the figure is. */
export async function countCases(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  statuses: readonly CaseStatus[],
  asOf: Date,
): Promise<number> {
  const counted = await countSessions(scoped, reader, scope, {}, asOf);
  return counted
    .filter(({ cell }) => statuses.includes(cell.outcome))
    .reduce((total, { cell }) => total + cell.sessions, 0);
}

function caseOf(
  { outcome, walkIn, endsAt, ...row }: CaseRow,
  asOf: Date,
  rules: ProgramDefaults,
): Case {
  const now = asOf.getTime();
  const status: CaseStatus = walkIn
    ? 'walk-in'
    : statusAt({ startsAt: now, endsAt: Date.parse(endsAt), outcome }, now, rules);
  return {
    ...row,
    status,
    assumed: status !== 'walk-in' && isAttended(status) && row.recordedMinutes === null,
  };
}

/** The statuses as the database knows them: an outcome, or none and how long ago the session ended. */
function isOneOf(
  statuses: readonly CaseStatus[],
  asOf: Date,
  { awaitingRecordHours }: ProgramDefaults,
): RawBuilder<boolean> {
  const now = sql`${asOf.toISOString()}::timestamptz`;
  const long = sql`${now} - ${`${awaitingRecordHours} hours`}::interval`;
  const none = sql`NOT a.walk_in AND a.outcome IS NULL`;
  const byTime: Partial<Record<CaseStatus, RawBuilder<boolean>>> = {
    'walk-in': sql`a.walk_in`,
    'awaiting-record': sql`${none} AND a.ends_at <= ${now} AND a.ends_at >= ${long}`,
    unrecorded: sql`${none} AND a.ends_at < ${long}`,
    scheduled: sql`${none} AND a.ends_at > ${now}`,
  };
  const outcomes = statuses.filter((status) => !byTime[status]);
  return sql.join(
    [
      sql`NOT a.walk_in AND a.outcome = ANY(${outcomes}::text[])`,
      ...statuses.flatMap((status) => byTime[status] ?? []),
    ].map((condition) => sql`(${condition})`),
    sql` OR `,
  );
}
