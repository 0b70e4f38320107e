import { type RawBuilder, sql } from 'kysely';
import { mayDo } from '#domain/access/permission';
import { addDays, type Day, daysBetween } from '#domain/calendar/calendar-day';
import { periodOf } from '#domain/calendar/periods';
import type { MeasureCasesQuery, Split } from '#domain/measures/measures.contract';
import type { Reader } from '../database/reader.ts';

/** Which sessions are asked for; `from` and `to` are days on the sites' own calendars, both counted. */
export type SessionScope = Pick<
  MeasureCasesQuery,
  'from' | 'to' | 'site' | 'program' | 'counselor' | 'kind' | 'track' | 'level' | 'weekday' | 'hour'
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
  const { role, staffId } = reader;
  // A counselor who names nobody means their own caseload.
  const counselor = scope.counselor ?? (role === 'counselor' ? staffId : undefined);
  return sql`
      FROM episode e
      JOIN attendance a ON a.organization_id = ${organizationId} AND a.client_id = e.client_id AND a.episode_id = e.id
     WHERE e.organization_id = ${organizationId} AND ${counselor ? sql`e.counselor_id = ${counselor}` : sql`true`}
       AND e.admitted_on <= ${scope.to}::date AND (e.ended_on IS NULL OR e.ended_on >= ${scope.from}::date)
       AND NOT a.waitlisted AND ${days}`;
}

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

/** Morning, afternoon and evening: programs run day and evening tracks. */
const TIME = sql`CASE WHEN a.hour < 12 THEN '00' WHEN a.hour < 17 THEN '12' ELSE '17' END`;

/** What sessions are counted by. */
export const byPeriod = {
  week: sql`a.week`,
  month: sql`date_trunc('month', ${DAY})::date`,
};
export const byPlace = sql`(a.weekday || ' ' || a.hour)`;
export const everything = sql`''`;

/** What sessions are told apart by; what is not known has no value. */
export const splitBy: Record<Split, RawBuilder<unknown>> = {
  site: sql`a.site_id`,
  program: sql`a.unit_id`,
  kind: sql`a.kind`,
  track: sql`a.track`,
  weekday: sql`a.weekday`,
  time: TIME,
  level: sql`a.level_code`,
};
