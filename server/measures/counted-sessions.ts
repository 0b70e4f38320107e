import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { periodOf } from '#domain/calendar/periods';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { OVERLONG_MINUTES, UNKNOWN_ID } from '../attendance/rollups.ts';
import type { Reader } from '../database/reader.ts';
import {
  episodesInScope,
  isOfWeeks,
  isProgramWide,
  type Key,
  narrowedTo,
  onDays,
  sessionsInScope,
  type SessionScope,
} from './session-scope.ts';

type AwaitingRecord = Pick<ProgramDefaults, 'awaitingRecordHours'>;

/**
 * The first day of which time may still decide something at `asOf`: whether a session has begun, and
 * what it is if nobody recorded an outcome. A day is over everywhere within 36 hours of its beginning
 * in UTC, and a session that is not overlong ends within a day of it.
 */
const firstUndecided = (asOf: Date, { awaitingRecordHours }: AwaitingRecord): Day => {
  const hours = 36 + 24 + awaitingRecordHours;
  return new Date(asOf.getTime() - hours * 3_600_000).toISOString().slice(0, 10);
};

/**
 * The sessions of a scope to be counted by these keys, as a query of rows `a`: each stands for so many
 * `sessions`. What time may still decide, and what rollups do not tell, comes from the attendances.
 */
export function countedSessions(
  reader: Reader,
  scope: SessionScope,
  keys: readonly Key[],
  asOf: Date,
  rules: AwaitingRecord,
): RawBuilder<unknown> {
  const undecided = firstUndecided(asOf, rules);
  const weeks = wholeWeeks(scope, undecided);
  const isOfWhole = isOfWeeks(scope) && keys.every((key) => key.ofWeek);
  if (isOfWhole && weeks) {
    const source = isProgramWide(reader, scope) ? fromTotals : fromEpisodes;
    return withTheRest(reader, scope, weeks, source(reader, { ...scope, ...weeks }), asOf);
  }
  const days = { from: scope.from, to: earlier(scope.to, addDays(undecided, -1)) };
  if (isProgramWide(reader, scope) && days.from <= days.to)
    return withTheRest(reader, scope, days, fromProgram(reader, { ...scope, ...days }), asOf);
  return fromRows(reader, scope, asOf);
}

type Days = Pick<SessionScope, 'from' | 'to'>;

/** The whole weeks of a period before a day; `null` for none. */
export function wholeWeeks({ from, to }: Days, before: Day): Days | null {
  const first = periodOf(addDays(from, 6), 'week').start;
  const after = addDays(to, 1);
  const until = periodOf(after < before ? after : before, 'week').start;
  return first < until ? { from: first, to: addDays(until, -1) } : null;
}

/** What a rollup tells of some days; of the days around them, and of overlong sessions, the rows. */
function withTheRest(
  reader: Reader,
  scope: SessionScope,
  { from, to }: Days,
  rollup: RawBuilder<unknown>,
  asOf: Date,
): RawBuilder<unknown> {
  const overlong = sql`${fromRows(reader, { ...scope, from, to }, asOf)}
       AND a.scheduled_minutes > ${sql.lit(OVERLONG_MINUTES)} AND a.outcome IS NULL AND NOT a.walk_in`;
  const rest = [
    ...(scope.from < from ? [{ from: scope.from, to: addDays(from, -1) }] : []),
    ...(to < scope.to ? [{ from: addDays(to, 1), to: scope.to }] : []),
  ].map((days) => fromRows(reader, { ...scope, ...days }, asOf));
  return sql.join([rollup, overlong, ...rest], sql` UNION ALL `);
}

const fromRows = (reader: Reader, scope: SessionScope, asOf: Date): RawBuilder<unknown> => sql`
    SELECT a.week, a.weekday, a.hour, a.kind, a.site_id, a.unit_id, a.level_code, a.track, a.outcome, a.walk_in,
           a.ends_at, 1 AS sessions, a.scheduled_minutes, coalesce(a.recorded_minutes, 0) AS recorded_minutes,
           CASE WHEN a.recorded_minutes IS NULL AND a.outcome IN ('attended', 'attended-late', 'left-early')
                THEN a.scheduled_minutes ELSE 0 END AS assumed_minutes
      ${sessionsInScope(reader, scope, asOf)}`;

/** Sums of a rollup; those without an outcome ended long ago. */
const SUMS = sql`CASE WHEN a.outcome NOT IN ('none', 'walk-in') THEN a.outcome END AS outcome, a.outcome = 'walk-in' AS walk_in,
           NULL::timestamptz AS ends_at, a.sessions, a.scheduled_minutes, a.recorded_minutes, a.assumed_minutes`;

const known = (id: string) => sql`nullif(${sql.ref(id)}, ${sql.lit(UNKNOWN_ID)}::uuid)`;
const PLACE = sql`${known('a.site_id')} AS site_id, ${known('a.unit_id')} AS unit_id,
           nullif(a.level_code, '') AS level_code, nullif(a.track, '') AS track`;
const NONE_OF_SESSION = sql`NULL::smallint AS weekday, NULL::smallint AS hour, NULL::text AS kind`;
const IS_COUNTED = sql`a.outcome <> 'none-overlong'`;

/** Everybody's, by day, hour and kind. */
const fromProgram = (reader: Reader, scope: SessionScope): RawBuilder<unknown> => sql`
    SELECT a.week, a.weekday, a.hour, a.kind, ${PLACE}, ${SUMS}
      FROM program_week a
     WHERE a.organization_id = ${reader.organizationId} AND ${onDays(scope)} AND a.in_episode
       AND ${IS_COUNTED} AND ${narrowedTo(reader, scope)}`;

/** Everybody's, whole weeks alone. */
const fromTotals = (reader: Reader, scope: SessionScope): RawBuilder<unknown> => sql`
    SELECT a.week, ${NONE_OF_SESSION}, ${PLACE}, ${SUMS}
      FROM program_week_total a
     WHERE a.organization_id = ${reader.organizationId} AND ${onDays(scope)}
       AND ${IS_COUNTED} AND ${narrowedTo(reader, scope)}`;

/** Of the episodes that the reader may see; where and at which level is the episode's. */
const fromEpisodes = (reader: Reader, scope: SessionScope): RawBuilder<unknown> => sql`
    SELECT a.week, ${NONE_OF_SESSION}, a.site_id, a.unit_id, a.level_code, a.track, ${SUMS}
      FROM (SELECT w.week, ${known('w.site_id')} AS site_id, e.unit_id, e.level_code, p.track, w.outcome,
                   w.sessions, w.scheduled_minutes, w.recorded_minutes, w.assumed_minutes
              FROM ${episodesInScope(reader, scope)}
              LEFT JOIN LATERAL (SELECT p.track FROM program p
                                  WHERE p.organization_id = ${reader.organizationId} AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
              JOIN episode_week w ON w.organization_id = ${reader.organizationId} AND w.client_id = e.client_id AND w.episode_id = e.id
                                 AND w.week BETWEEN ${scope.from}::date AND ${scope.to}::date) a
     WHERE ${IS_COUNTED} AND ${narrowedTo(reader, scope)}`;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
