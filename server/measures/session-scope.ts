import { type RawBuilder, sql } from 'kysely';
import { mayDo } from '#domain/access/permission';
import { addDays, type Day, daysBetween } from '#domain/calendar/calendar-day';
import { type PeriodKind, periodOf } from '#domain/calendar/periods';
import type { MeasureCasesQuery } from '#domain/measures/measure-cases.contract';
import type { Split } from '#domain/measures/measures.contract';
import { ANSWERS_FOR } from '../access/reach.ts';
import type { Reader } from '../database/reader.ts';

/** Which sessions are asked for; `from` and `to` are days on the sites' own calendars, both counted. */
export type SessionScope = Pick<
  MeasureCasesQuery,
  | 'from'
  | 'to'
  | 'site'
  | 'program'
  | 'counselor'
  | 'kind'
  | 'track'
  | 'level'
  | 'weekday'
  | 'hour'
  | 'reason'
  | 'destination'
  | 'fromStop'
  | 'toStop'
>;

/**
 * Whether everybody's sessions are asked for by somebody who may see every client and has the
 * permission for aggregates: only then may a figure come from the program's own sums.
 */
export const isProgramWide = (
  { role }: Reader,
  { counselor }: Pick<SessionScope, 'counselor'>,
): boolean => role === 'director' && mayDo(role, 'caseload:aggregate') && counselor === undefined;

/**
 * FROM and WHERE of every count of sessions by their rows: those begun by `asOf`, within an episode
 * of care that the reader may see. Where that is not every one, the episode decides the scope: a
 * roster shows sessions of other people's clients.
 */
export function sessionsInScope(
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
): RawBuilder<unknown> {
  const { organizationId } = reader;
  const days = sql`a.starts_at >= ${earliestOf(scope.from)}::timestamptz AND a.starts_at < ${latestOf(scope.to)}::timestamptz
       AND ${onDays(scope)}
       AND a.starts_at <= ${asOf.toISOString()}::timestamptz AND ${narrowedTo(reader, scope)}`;
  if (isProgramWide(reader, scope))
    return sql`
      FROM attendance a
     WHERE a.organization_id = ${organizationId} AND a.episode_id IS NOT NULL AND NOT a.waitlisted AND ${days}`;
  return sql`
      FROM ${episodesInScope(reader, scope)}
      JOIN attendance a ON a.organization_id = ${organizationId} AND a.client_id = e.client_id AND a.episode_id = e.id
     WHERE NOT a.waitlisted AND ${days}`;
}

/** The episodes of a scope that is not everybody's, as `e`: those that go on at some time in it. */
export function episodesInScope(
  reader: Reader,
  { counselor: named, from, to }: SessionScope,
): RawBuilder<unknown> {
  const { organizationId, role, staffId } = reader;
  // A counselor who names nobody means their own caseload.
  const counselor = named ?? (role === 'counselor' ? staffId : undefined);
  // Said beside row level security, the reader's clients are where the search begins.
  const mine = counselor
    ? sql`episode e`
    : sql`(SELECT DISTINCT r.client_id FROM client_reach r
                       WHERE r.organization_id = ${organizationId} AND r.staff_id = ${staffId} AND ${ANSWERS_FOR}) r
               JOIN episode e ON e.client_id = r.client_id`;
  return sql`(SELECT e.id, e.client_id, e.unit_id, e.level_code FROM ${mine}
               WHERE e.organization_id = ${organizationId} AND ${counselor ? sql`e.counselor_id = ${counselor} AND ${answersFor(reader, sql`e.client_id`)}` : sql`true`}
                 AND e.admitted_on <= ${to}::date AND (e.ended_on IS NULL OR e.ended_on >= ${from}::date)) e`;
}

/**
 * Where a search for what belongs to clients begins: with those the reader has in reach, as `r`, or
 * with nothing where that is everybody. Row level security says the same; said here, indexes find them.
 */
export const clientsInReach = (reader: Reader): RawBuilder<unknown> =>
  isProgramWide(reader, {})
    ? sql``
    : sql`(SELECT DISTINCT r.client_id FROM client_reach r
            WHERE r.organization_id = ${reader.organizationId} AND r.staff_id = ${reader.staffId} AND ${ANSWERS_FOR}) r JOIN`;

/** What narrows a scope beside days and counselor, of rows and of rollups alike. */
export function narrowedTo(
  { organizationId }: Reader,
  { site, program, kind, track, level, weekday, hour }: SessionScope,
): RawBuilder<boolean> {
  const conditions = [
    site ? sql`a.site_id = ${site}` : null,
    program
      ? sql`a.unit_id = (SELECT p.unit_id FROM program p WHERE p.organization_id = ${organizationId} AND p.id = ${program})`
      : null,
    kind ? sql`a.kind = ${kind}` : null,
    track ? sql`a.track = ${track}` : null,
    level ? sql`a.level_code = ${level}` : null,
    weekday ? sql`a.weekday = ${weekday}` : null,
    hour === undefined ? null : sql`a.hour = ${hour}`,
  ].filter((condition) => condition !== null);
  return sql.join([sql`true`, ...conditions], sql` AND `);
}

/** The session's day on its site's calendar. */
export const DAY = sql`(a.week + a.weekday - 1)`;

/**
 * Sessions on these days. Whole weeks are asked for as such: the planner knows how many sessions those
 * are, and nothing of sums of weeks and weekdays.
 */
export function onDays({ from, to }: Pick<SessionScope, 'from' | 'to'>): RawBuilder<boolean> {
  const first = periodOf(from, 'week').start;
  const last = periodOf(to, 'week').start;
  const [begins, ends] = [daysBetween(first, from) + 1, daysBetween(last, to) + 1];
  return sql.join(
    [
      sql`a.week BETWEEN ${first}::date AND ${last}::date`,
      ...(begins > 1 ? [sql`(a.week > ${first}::date OR a.weekday >= ${begins})`] : []),
      ...(ends < 7 ? [sql`(a.week < ${last}::date OR a.weekday <= ${ends})`] : []),
    ],
    sql` AND `,
  );
}

/** An instant at which a day has begun nowhere yet: indexes are by instants, not by days. */
export const earliestOf = (day: Day): string => `${addDays(day, -1)}T00:00:00Z`;
/** An instant at which it is over everywhere. */
export const latestOf = (day: Day): string => `${addDays(day, 2)}T00:00:00Z`;

/** Something that sessions are counted by, or told apart by. */
export interface Key {
  /** Of the row `a`; without a value where it is not known. */
  value: RawBuilder<unknown>;
  /** Known of a whole week, not only of each session: rollups by week can be asked. */
  ofWeek: boolean;
}

const ofWeek = (value: RawBuilder<unknown>): Key => ({ value, ofWeek: true });
const ofSession = (value: RawBuilder<unknown>): Key => ({ value, ofWeek: false });

export const byPeriod: Record<PeriodKind, Key> = {
  week: ofWeek(sql`a.week`),
  month: ofSession(sql`date_trunc('month', ${DAY})::date`),
};
export const byPlace = ofSession(sql`(a.weekday || ' ' || a.hour)`);
export const everything = ofWeek(sql`''`);

/** Programs run day and evening tracks: morning, afternoon and evening. */
const TIME = sql`CASE WHEN a.hour < 12 THEN '00' WHEN a.hour < 17 THEN '12' ELSE '17' END`;

export const splitBy: Record<Split, Key> = {
  site: ofWeek(sql`a.site_id`),
  program: ofWeek(sql`a.unit_id`),
  kind: ofSession(sql`a.kind`),
  track: ofWeek(sql`a.track`),
  weekday: ofSession(sql`a.weekday`),
  time: ofSession(TIME),
  level: ofWeek(sql`a.level_code`),
};

/** Whether a scope is narrowed by nothing that only a session tells. */
export const isOfWeeks = ({ kind, weekday, hour }: SessionScope): boolean =>
  kind === undefined && weekday === undefined && hour === undefined;

/**
 * Whether the reader, or whom they cover, answers for a client. Row level security alone would add to
 * a supervisor's figures those who wait for an admission, and to a counselor's the rosters they lead.
 */
export const answersFor = (reader: Reader, clientId: RawBuilder<unknown>): RawBuilder<boolean> =>
  isProgramWide(reader, {})
    ? sql`true`
    : sql`${clientId} IN (SELECT r.client_id FROM client_reach r
                           WHERE r.organization_id = ${reader.organizationId} AND ${ANSWERS_FOR}
                             AND r.staff_id = ANY ((SELECT reader_reaches())::uuid[]))`;
