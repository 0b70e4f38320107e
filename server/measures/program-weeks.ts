import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { OVERLONG_MINUTES, UNKNOWN_ID } from '../attendance/rollups.ts';
import type { Reader } from '../database/reader.ts';
import { narrowedTo, onDays, sessionsInScope, type SessionScope } from './session-scope.ts';

/**
 * The first day of which time may still decide something at `asOf`: whether a session has begun, and
 * what it is if nobody recorded an outcome. A day is over everywhere within 36 hours of its beginning
 * in UTC, and a session that is not overlong ends within a day of it.
 */
export const firstUndecided = (asOf: Date): Day => {
  const hours = 36 + 24 + PROGRAM_DEFAULTS.awaitingRecordHours;
  return new Date(asOf.getTime() - hours * 3_600_000).toISOString().slice(0, 10);
};

/** A row as it is counted, with the columns that keys name. */
const OF_ROW = sql`a.week, a.weekday, a.hour, a.kind, a.site_id, a.unit_id, a.level_code, a.track, a.outcome, a.walk_in,
       a.ends_at, 1 AS sessions, a.scheduled_minutes, coalesce(a.recorded_minutes, 0) AS recorded_minutes,
       CASE WHEN a.recorded_minutes IS NULL AND a.outcome IN ('attended', 'attended-late', 'left-early')
            THEN a.scheduled_minutes ELSE 0 END AS assumed_minutes`;

/** The sessions of a scope, each a row. */
export const sessionRows = (reader: Reader, scope: SessionScope, asOf: Date): RawBuilder<unknown> =>
  sql`SELECT ${OF_ROW} ${sessionsInScope(reader, scope, asOf)}`;

/**
 * The same of everybody, from the program's weeks as far back as nothing waits for time to decide it,
 * and from the rows since. Whatever an hour and a weekday tell is in the weeks too: days are exact.
 */
export function sessionsOfProgram(
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
): RawBuilder<unknown> {
  const undecided = firstUndecided(asOf);
  if (undecided <= scope.from) return sessionRows(reader, scope, asOf);
  const { organizationId } = reader;
  const to = earlier(scope.to, addDays(undecided, -1));
  const decided = sql`
    SELECT a.week, a.weekday, a.hour, a.kind, nullif(a.site_id, ${UNKNOWN_ID}::uuid) AS site_id, nullif(a.unit_id, ${UNKNOWN_ID}::uuid) AS unit_id,
           nullif(a.level_code, '') AS level_code, nullif(a.track, '') AS track,
           CASE WHEN a.outcome NOT IN ('none', 'walk-in') THEN a.outcome END AS outcome, a.outcome = 'walk-in' AS walk_in,
           NULL::timestamptz AS ends_at, a.sessions, a.scheduled_minutes, a.recorded_minutes, a.assumed_minutes
      FROM program_week a
     WHERE a.organization_id = ${organizationId} AND ${onDays({ ...scope, to })} AND a.in_episode AND a.outcome <> 'none-overlong' AND ${narrowedTo(reader, scope)}`;
  const overlong = sql`
    SELECT ${OF_ROW} ${sessionsInScope(reader, { ...scope, to }, asOf)}
       AND a.scheduled_minutes > ${sql.lit(OVERLONG_MINUTES)} AND a.outcome IS NULL AND NOT a.walk_in`;
  const parts = [decided, overlong];
  if (undecided <= scope.to) parts.push(sessionRows(reader, { ...scope, from: undecided }, asOf));
  return sql.join(parts, sql` UNION ALL `);
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
