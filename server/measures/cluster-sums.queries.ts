import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '#domain/calendar/calendar-day';
import type { SessionMeasure } from '#domain/measures/measure';
import { type ClusterSums, sumsOf } from '#domain/statistics/clustered-rate';
import { FOUR_WEEKS_DAYS, fourWeeksOf } from '../attendance/four-weeks.ts';
import { UNKNOWN_ID } from '../attendance/rollups.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { CLIENT_PARTS, type Weights, weightsOf } from './client-parts.ts';
import { wholeWeeks } from './counted-sessions.ts';
import {
  episodesInScope,
  isOfWeeks,
  isProgramWide,
  type Key,
  narrowedTo,
  sessionsInScope,
  type SessionScope,
} from './session-scope.ts';

/** Clients of a scope, or of a part of it, and what the interval needs of them. */
export interface ClusterOf {
  /** `null` of all parts together. */
  part: string | null;
  /** Clients with any session, whether the measure counts it or not. */
  clients: number;
  sums: ClusterSums;
}

export const NOBODY: ClusterOf = { part: null, clients: 0, sums: sumsOf([]) };

/**
 * Sums over clients of what a measure counts of each: from spans of weeks, as far as the period holds
 * whole ones that have begun; else from the rows.
 */
export async function clusterSums(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  { measure, part }: { measure: SessionMeasure; part?: Key | undefined },
  asOf: Date,
): Promise<ClusterOf[]> {
  const { numerator, denominator } = weightsOf(measure);
  const { rows } = await sql<ClusterSums & { part: string | null; whole: boolean; seen: number }>`
    SELECT c.part, c.whole, count(*)::int AS seen, (count(*) FILTER (WHERE c.of > 0))::int AS clients,
           ${sql.join(
             SQUARES.map(
               ([name, of]) =>
                 sql`coalesce(sum(${sql.raw(of)}) FILTER (WHERE c.of > 0), 0)::float8 AS ${sql.ref(name)}`,
             ),
           )}
      FROM (SELECT ${part ? sql`a.part, grouping(a.part) = 1 AS whole` : sql`NULL AS part, true AS whole`}, a.client_id,
                   sum(${weighted(numerator)})::float8 AS counted, sum(${weighted(denominator)})::float8 AS of
              FROM (${sourcesOf(reader, scope, part, asOf)}) a
             GROUP BY ${part ? sql`GROUPING SETS ((a.client_id), (a.part, a.client_id))` : sql`a.client_id`}) c
     GROUP BY c.part, c.whole`.execute(scoped);
  return rows.map(({ part: of, whole, seen, ...sums }) => ({
    part: whole ? null : `${of ?? ''}`,
    clients: seen,
    sums,
  }));
}

/** Whole numbers, and far below 2^53: exact. */
const SQUARES: readonly [keyof ClusterSums, string][] = [
  ['counted', 'c.counted'],
  ['of', 'c.of'],
  ['countedSquared', 'c.counted * c.counted'],
  ['countedTimesOf', 'c.counted * c.of'],
  ['ofSquared', 'c.of * c.of'],
];

function weighted(weights: Weights): RawBuilder<number> {
  const counting = CLIENT_PARTS.filter((part) => weights[part] !== 0);
  return sql.join(
    [sql`0`, ...counting.map((part) => sql`a.${sql.ref(part)} * ${sql.lit(weights[part])}`)],
    sql` + `,
  );
}

function sourcesOf(
  reader: Reader,
  scope: SessionScope,
  part: Key | undefined,
  asOf: Date,
): RawBuilder<unknown> {
  const rows = (days: Pick<SessionScope, 'from' | 'to'>) =>
    fromRows(reader, { ...scope, ...days }, part, asOf);
  const isOfWhole = isOfWeeks(scope) && (part === undefined || part.ofWeek);
  const weeks = isOfWhole ? wholeWeeks(scope, firstNotBegun(asOf)) : null;
  if (!weeks) return rows(scope);
  const until = addDays(weeks.to, 1);
  const fours = {
    from: fourWeeksOf(addDays(weeks.from, FOUR_WEEKS_DAYS - 1)),
    until: fourWeeksOf(until),
  };
  const spans: Span[] =
    fours.from < fours.until
      ? [
          { weeks: 1, from: weeks.from, until: fours.from },
          { weeks: 4, ...fours },
          { weeks: 1, from: fours.until, until },
        ]
      : [{ weeks: 1, from: weeks.from, until }];
  return sql.join(
    [
      ...spans
        .filter((span) => span.from < span.until)
        .map((span) => fromSpan(reader, scope, part, span)),
      ...(scope.from < weeks.from ? [rows({ from: scope.from, to: addDays(weeks.from, -1) })] : []),
      ...(until <= scope.to ? [rows({ from: until, to: scope.to })] : []),
    ],
    sql` UNION ALL `,
  );
}

/** One after the other from a Monday on, each of so many weeks. */
interface Span {
  weeks: 1 | 4;
  from: Day;
  until: Day;
}

/** The first day of which a session may not have begun: a day is over everywhere 36 hours after it began in UTC. */
const firstNotBegun = (asOf: Date): Day =>
  new Date(asOf.getTime() - 36 * 3_600_000).toISOString().slice(0, 10);

const named = (part: Key | undefined) => (part ? sql`${part.value} AS part,` : sql``);

const fromSpan = (
  reader: Reader,
  scope: SessionScope,
  part: Key | undefined,
  { weeks, from, until }: Span,
): RawBuilder<unknown> => {
  const { organizationId } = reader;
  const mine = isProgramWide(reader, scope)
    ? sql``
    : sql`${episodesInScope(reader, { ...scope, from, to: addDays(until, -1) })}
              JOIN `;
  const joined = isProgramWide(reader, scope)
    ? sql``
    : sql` ON a.client_id = e.client_id AND a.episode_id = e.id`;
  return sql`
    SELECT ${named(part)} a.client_id, ${PARTS}
      FROM (SELECT a.client_id, nullif(a.site_id, ${sql.lit(UNKNOWN_ID)}::uuid) AS site_id, nullif(a.unit_id, ${sql.lit(UNKNOWN_ID)}::uuid) AS unit_id,
                   nullif(a.level_code, '') AS level_code, nullif(a.track, '') AS track, ${PARTS}
              FROM ${mine}episode_span a${joined}
             WHERE a.organization_id = ${organizationId} AND a.weeks = ${sql.lit(weeks)}
               AND a.first_week >= ${from}::date AND a.first_week < ${until}::date
               AND ${narrowedTo(reader, scope)}) a`;
};

const PARTS = sql.join(CLIENT_PARTS.map((part) => sql`a.${sql.ref(part)}`));

const ATTENDED = sql`NOT a.walk_in AND a.outcome IN ('attended', 'attended-late', 'left-early')`;
const one = (condition: RawBuilder<unknown>) => sql`CASE WHEN ${condition} THEN 1 ELSE 0 END`;

const fromRows = (
  reader: Reader,
  scope: SessionScope,
  part: Key | undefined,
  asOf: Date,
): RawBuilder<unknown> => sql`
    SELECT ${named(part)} a.client_id, ${one(ATTENDED)} AS attended,
           ${one(sql`NOT a.walk_in AND a.outcome = 'excused'`)} AS excused,
           ${one(sql`NOT a.walk_in AND a.outcome = 'client-cancelled'`)} AS client_cancelled,
           ${one(sql`NOT a.walk_in AND a.outcome = 'no-show'`)} AS no_show,
           CASE WHEN ${ATTENDED} THEN coalesce(a.recorded_minutes, a.scheduled_minutes) ELSE 0 END AS present_minutes,
           CASE WHEN NOT a.walk_in AND a.outcome IN ('attended', 'attended-late', 'left-early', 'excused', 'client-cancelled', 'no-show')
                THEN a.scheduled_minutes ELSE 0 END AS expected_minutes
      ${sessionsInScope(reader, scope, asOf)}`;
