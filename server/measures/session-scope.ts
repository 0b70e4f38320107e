import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#domain/calendar/calendar-day';
import { periodOf } from '#domain/calendar/periods';
import type { MeasureCasesQuery, Split } from '#domain/measures/measures.contract';
import type { Reader } from '../database/reader.ts';

/** Which sessions are asked for; `from` and `to` are days on the sites' own calendars, both counted. */
export type SessionScope = Pick<
  MeasureCasesQuery,
  'from' | 'to' | 'site' | 'program' | 'counselor' | 'kind' | 'track' | 'level' | 'weekday' | 'hour'
>;

/**
 * FROM and WHERE of every count of sessions: those begun by `asOf`, within an episode of care that
 * the reader may see. The join decides the scope: a roster shows sessions of other people's clients.
 */
export function sessionsInScope(
  { organizationId, role, staffId }: Reader,
  scope: SessionScope,
  asOf: Date,
): RawBuilder<unknown> {
  // A counselor who names nobody means their own caseload.
  const counselor = scope.counselor ?? (role === 'counselor' ? staffId : undefined);
  const narrowed = [
    counselor ? sql`e.counselor_id = ${counselor}` : null,
    scope.site ? sql`a.site_id = ${scope.site}` : null,
    scope.program
      ? sql`a.unit_id = (SELECT p.unit_id FROM program p WHERE p.organization_id = ${organizationId} AND p.id = ${scope.program})`
      : null,
    scope.kind ? sql`a.kind = ${scope.kind}` : null,
    scope.track ? sql`a.track = ${scope.track}` : null,
    scope.level ? sql`a.level_code = ${scope.level}` : null,
    scope.weekday ? sql`a.weekday = ${scope.weekday}` : null,
    scope.hour === undefined ? null : sql`a.hour = ${scope.hour}`,
  ].filter((condition) => condition !== null);
  return sql`
      FROM attendance a
      JOIN episode e ON e.organization_id = a.organization_id AND e.id = a.episode_id
     WHERE a.organization_id = ${organizationId} AND NOT a.waitlisted
       AND ${within(scope)}
       AND a.starts_at <= ${asOf.toISOString()}::timestamptz
       ${sql.join(
         narrowed.map((condition) => sql`AND ${condition}`),
         sql` `,
       )}`;
}

/** The session's day on its site's calendar. */
export const DAY = sql`(a.week + a.weekday - 1)`;

/** Whole weeks are asked for as such: the planner knows how many sessions those are. */
function within({ from, to }: SessionScope): RawBuilder<boolean> {
  const isWhole =
    periodOf(from, 'week').start === from && periodOf(to, 'week').until === addDays(to, 1);
  if (isWhole) return sql`a.week BETWEEN ${from}::date AND ${to}::date`;
  return sql`(a.week BETWEEN ${from}::date - 6 AND ${to}::date
       AND ${DAY} BETWEEN ${from}::date AND ${to}::date)`;
}

/** Morning, afternoon and evening: programs run day and evening tracks. */
const TIME = sql<string>`CASE WHEN a.hour < 12 THEN '00' WHEN a.hour < 17 THEN '12' ELSE '17' END`;

/** What sessions are counted by. */
export const byPeriod = {
  week: sql<string>`a.week::text`,
  month: sql<string>`date_trunc('month', ${DAY})::date::text`,
};
export const byClient = sql<string>`a.client_id::text`;
export const everything = sql<string>`''`;

/** What sessions are told apart by; '' stands for 'not known'. */
export const splitBy: Record<Split, RawBuilder<string>> = {
  site: sql<string>`coalesce(a.site_id::text, '')`,
  program: sql<string>`coalesce(a.unit_id::text, '')`,
  kind: sql<string>`a.kind`,
  track: sql<string>`coalesce(a.track, '')`,
  weekday: sql<string>`a.weekday::text`,
  time: TIME,
  level: sql<string>`coalesce(a.level_code, '')`,
};
