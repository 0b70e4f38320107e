import { type RawBuilder, sql } from 'kysely';
import { ATTENDED } from '#domain/attendance/attendance-status';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type {
  SessionConcern,
  SessionItem,
  SessionList,
} from '#domain/attendance/session-list.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { sessionsInScope, type SessionScope } from '../measures/session-scope.ts';
import { rulesOf } from '../settings/rules.ts';
import { OWN_TIME_ZONE } from './sites.ts';

const A_PAGE = 60;
/** As many as a spreadsheet is still read with; a file says when there are more. */
export const MOST_IN_A_FILE = 10_000;
const present = sql`(a.walk_in OR a.outcome = ANY(${[...ATTENDED]}::text[]))`;

type Concerns = Record<SessionConcern, RawBuilder<boolean>>;

/** Each concern of a client's place in a session, as at `asOf`. */
function concernsAt(
  asOf: Date,
  { awaitingRecordHours }: Pick<ProgramDefaults, 'awaitingRecordHours'>,
): Concerns {
  const now = sql`${asOf.toISOString()}::timestamptz`;
  const long = sql`${now} - ${`${awaitingRecordHours} hours`}::interval`;
  return {
    'not-recorded': sql`(NOT a.walk_in AND a.outcome IS NULL AND a.ends_at < ${long})`,
    'awaiting-record': sql`(NOT a.walk_in AND a.outcome IS NULL AND a.ends_at BETWEEN ${long} AND ${now})`,
    contradictory: sql`a.contradictory`,
    assumed: sql`(${present} AND a.recorded_minutes IS NULL)`,
  };
}

/** The counts stand in every row, and in one without a session where there is none. */
type SessionRow = { counts: SessionList['counts'] } & {
  [Column in keyof SessionItem]: SessionItem[Column] | null;
};

/** Sessions of the scope, newest first, those with one concern if it is named. */
export async function findSessions(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  {
    concern,
    after,
    most = A_PAGE,
  }: { concern: SessionConcern | undefined; after?: string | undefined; most?: number },
  asOf: Date,
): Promise<Pick<SessionList, 'sessions' | 'counts' | 'next'>> {
  const [startsAt, sessionId] = (after ?? '').split('|');
  const concerns = concernsAt(asOf, (await rulesOf(scoped, reader.organizationId)).at(asOf));
  const { rows } = await sql<SessionRow>`
    WITH session AS MATERIALIZED (${sessionsOf(reader, scope, asOf, concerns)}),
         page AS (
           SELECT * FROM session
            WHERE ${concern ? sql`session.${sql.ref(COUNT_OF[concern])} > 0` : sql`true`}
              AND ${startsAt && sessionId ? sql`(session."startsAt", session."sessionId") < (${startsAt}::timestamptz, ${sessionId}::uuid)` : sql`true`}
            ORDER BY session."startsAt" DESC, session."sessionId" DESC LIMIT ${sql.lit(most + 1)})
    SELECT to_jsonb(counts) AS counts, shown.*
      FROM (SELECT count(*)::int AS all, ${sql.join(
        Object.entries(COUNT_OF).map(
          ([name, count]) =>
            sql`(count(*) FILTER (WHERE ${sql.ref(count)} > 0))::int AS ${sql.ref(name)}`,
        ),
      )} FROM session) counts
      LEFT JOIN (${shownOf(reader)}) shown ON true
     ORDER BY shown."startsAt" DESC, shown."sessionId" DESC`.execute(scoped);
  const found = rows.flatMap(({ counts: _, ...session }) =>
    session.sessionId === null ? [] : [session as SessionItem],
  );
  const page = found.slice(0, most);
  const last = page.at(-1);
  return {
    sessions: page,
    counts: rows[0]?.counts ?? NONE,
    next: found.length > most && last ? `${last.startsAt}|${last.sessionId}` : null,
  };
}

const COUNT_OF: Record<SessionConcern, keyof SessionItem> = {
  'not-recorded': 'notRecorded',
  'awaiting-record': 'awaitingRecord',
  contradictory: 'contradictory',
  assumed: 'assumed',
};
const NONE = { all: 0, 'not-recorded': 0, 'awaiting-record': 0, contradictory: 0, assumed: 0 };

/** One row a session, with what its clients' places in it come to. */
function sessionsOf(
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
  concerns: Concerns,
): RawBuilder<unknown> {
  return sql`
    SELECT a.session_id AS "sessionId", min(a.starts_at) AS "startsAt",
           count(*)::int AS clients, (count(*) FILTER (WHERE ${present}))::int AS attended,
           ${sql.join(
             Object.entries(COUNT_OF).map(
               ([name, count]) =>
                 sql`(count(*) FILTER (WHERE ${concerns[name as SessionConcern]}))::int AS ${sql.ref(count)}`,
             ),
           )}
      ${sessionsInScope(reader, scope, asOf)}
     GROUP BY a.session_id`;
}

/** Place and time of a session are those of any of its clients: asked for those of the page alone. */
const shownOf = ({ organizationId }: Reader): RawBuilder<unknown> => sql`
    SELECT page."sessionId", page."startsAt", place.ends_at AS "endsAt",
           coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone",
           coalesce(service.name, place.service_name, place.kind) AS service, place.kind, site.name AS site,
           nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), '') AS facilitator,
           page.clients, page.attended, page."notRecorded", page."awaitingRecord",
           page.contradictory, page.assumed
      FROM page
      CROSS JOIN LATERAL (
        SELECT max(a.ends_at) AS ends_at, min(a.service_id::text)::uuid AS service_id, min(a.service_name) AS service_name,
               min(a.kind) AS kind, min(a.site_id::text)::uuid AS site_id, min(a.facilitator_id::text)::uuid AS facilitator_id
          FROM attendance a
         WHERE a.organization_id = ${organizationId} AND a.session_id = page."sessionId" AND NOT a.waitlisted) place
      LEFT JOIN site ON site.organization_id = ${organizationId} AND site.id = place.site_id
      LEFT JOIN service ON service.organization_id = ${organizationId} AND service.id = place.service_id
      LEFT JOIN staff s ON s.organization_id = ${organizationId} AND s.id = place.facilitator_id`;
