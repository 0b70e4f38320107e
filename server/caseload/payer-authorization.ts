import { type RawBuilder, sql } from 'kysely';
import { ATTENDED } from '#domain/attendance/attendance-status';

/** Bookings further ahead change nothing that is said of an authorization. */
const DAYS_AHEAD = 21;

/** The day of the session `a` on its site's calendar. */
const SESSION_DAY = sql`(a.week + a.weekday - 1)`;

/** What a payer's day is made of: no visit to a prescriber, and nothing before treatment. */
const IS_TREATMENT = sql`a.kind IN ('group', 'individual', 'family', 'skills')`;

/** The session `a` is still to come, and the client is expected. */
const isAhead = (at: RawBuilder<unknown>) =>
  sql`a.starts_at > ${at} AND NOT a.waitlisted AND NOT a.walk_in
         AND (a.outcome IS NULL OR a.outcome = ANY(${[...ATTENDED]}::text[]))`;

/** The session `a` is of a day that the authorization `pa` pays for. */
const isVisitOf = (at: RawBuilder<unknown>) =>
  sql`a.starts_at <= ${at} AND ${SESSION_DAY} >= pa.starts_on AND ${IS_TREATMENT}
                 AND (a.walk_in OR a.outcome = ANY(${[...ATTENDED]}::text[]))`;

/** Of the client `l` the authorization that lasts longest: where reviews follow each other, the last. */
export const lastAuthorization = (organizationId: string) => sql`
        SELECT json_build_object('recordId', pa.record_id, 'coverageId', pa.coverage_id, 'units', pa.units, 'startsOn', pa.starts_on, 'endsOn', pa.ends_on) AS found,
               pa.units, coalesce(pa.starts_on, l.admitted_on) AS starts_on
          FROM payer_authorization pa
         WHERE pa.organization_id = ${organizationId} AND pa.client_id = l.client_id
           AND pa.outcome IN ('complete', 'partial') AND coalesce(pa.decided_on, l.today) <= l.today
           AND coalesce(pa.ends_on, l.today) >= l.admitted_on
         ORDER BY pa.ends_on DESC NULLS FIRST, pa.starts_on DESC NULLS LAST, pa.record_id LIMIT 1`;

/**
 * Of the sessions `a` that are asked for, by day: what has used up the authorization `pa`, and what is
 * booked, each day with its minutes; and the first day ahead of whatever else is looked for. A session
 * attended of which nobody recorded the minutes goes by those scheduled: it will be billed.
 */
export const treatmentDays = (
  at: RawBuilder<unknown>,
  asked: RawBuilder<unknown>,
  lookedFor: RawBuilder<unknown> = sql`false`,
) => sql`
        SELECT json_agg(json_build_object('day', d.day, 'minutes', d.used)) FILTER (WHERE d.used IS NOT NULL) AS used,
               json_agg(json_build_object('day', d.day, 'minutes', d.booked)) FILTER (WHERE d.booked IS NOT NULL) AS booked,
               min(d.day) FILTER (WHERE d.found) AS found
          FROM (SELECT ${SESSION_DAY} AS day,
                       sum(coalesce(a.recorded_minutes, a.scheduled_minutes)) FILTER (WHERE ${isVisitOf(at)}) AS used,
                       sum(a.scheduled_minutes) FILTER (WHERE ${isAhead(at)} AND ${IS_TREATMENT}) AS booked,
                       bool_or(${lookedFor} AND ${isAhead(at)}) AS found
                  FROM attendance a
                 WHERE ${asked} AND a.starts_at < ${at} + ${`${DAYS_AHEAD} days`}::interval
                 GROUP BY 1) d`;
