import { sql } from 'kysely';
import type { Outcome } from '#domain/attendance/attendance-status';
import type { OutcomeCell } from '#domain/measures/measure';
import { statusAt } from '#domain/attendance/status-at';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { countedSessions } from './counted-sessions.ts';
import type { Key, SessionScope } from './session-scope.ts';

/** What sessions are counted by: each key a column of the answer, '' where it has no value. */
export type Keys = Record<string, Key>;
export type Counted<K extends Keys> = Record<keyof K, string> & { cell: OutcomeCell };

interface CountRow {
  outcome: Outcome | null;
  walkIn: boolean;
  /** `null`: long enough ago. */
  endsAt: string | null;
  sessions: number;
  scheduledMinutes: number;
  recordedMinutes: number;
  assumedMinutes: number;
}

/**
 * The one query behind every measure of sessions: how many, and how many minutes, by outcome as at
 * `asOf` and by these keys. Where nobody recorded an outcome, `statusAt` decides by the end; those
 * that ended long enough ago are alike and come as one row.
 */
export async function countSessions<K extends Keys>(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  keys: K,
  asOf: Date,
): Promise<Counted<K>[]> {
  const names = Object.keys(keys);
  const columns = names.map((name) => sql`${keys[name]?.value} AS ${sql.ref(name)}`);
  const rules = (await rulesOf(scoped, reader.organizationId)).at(asOf);
  const long = new Date(asOf.getTime() - rules.awaitingRecordHours * 3_600_000);
  const { rows } = await sql<CountRow & Record<keyof K, string | number | null>>`
    SELECT ${sql.join([...columns, sql`a.outcome`, sql`a.walk_in AS "walkIn"`])},
           min(a.ends_at) AS "endsAt", sum(a.sessions)::int AS sessions,
           sum(a.scheduled_minutes)::int AS "scheduledMinutes",
           sum(a.recorded_minutes)::int AS "recordedMinutes", sum(a.assumed_minutes)::int AS "assumedMinutes"
      FROM (${countedSessions(reader, scope, Object.values(keys), asOf, rules)}) a
     GROUP BY ${sql.join([...names.map((_, index) => sql.raw(`${index + 1}`)), sql`a.outcome`, sql`a.walk_in`])},
              CASE WHEN a.outcome IS NULL AND a.ends_at >= ${long.toISOString()}::timestamptz THEN a.ends_at END`.execute(
    scoped,
  );
  return rows.map((row) => ({
    ...(Object.fromEntries(names.map((name) => [name, `${row[name] ?? ''}`])) as Record<
      keyof K,
      string
    >),
    cell: cellOf(row, asOf, rules),
  }));
}

function cellOf(
  { outcome, walkIn, endsAt, ...sums }: CountRow,
  asOf: Date,
  rules: ProgramDefaults,
): OutcomeCell {
  const now = asOf.getTime();
  const ended = { startsAt: now, endsAt: endsAt === null ? 0 : Date.parse(endsAt), outcome };
  const { sessions, scheduledMinutes, recordedMinutes, assumedMinutes } = sums;
  return {
    outcome: walkIn ? 'walk-in' : statusAt(ended, now, rules),
    sessions,
    scheduledMinutes,
    recordedMinutes,
    assumedMinutes,
  };
}
