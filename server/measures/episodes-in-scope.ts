import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import { addDays } from '#domain/calendar/calendar-day';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Reader } from '../database/reader.ts';
import type { Rules } from '../settings/rules.ts';
import { answersFor, type SessionScope } from './session-scope.ts';
import type { Tally } from './tally.ts';

/** What every query over episodes says of each. */
export interface EpisodeRow {
  episodeId: string;
  clientId: string;
  admittedOn: Day;
  /** The first day after it; of one inferred from sessions never known. */
  endedOn: Day | null;
  lastContactOn: Day | null;
  level: string;
  site: string;
  unit: string;
  programId: string | null;
  track: string;
  /** The day it is at its site, as at the instant asked. */
  today: Day;
}

/**
 * The episodes that a figure is of, as `e`: those the reader may see, of people who are or were in
 * care, that lie in the days of the scope in whole or in part. `by` is the last day, if not the scope's.
 */
export function episodesInScope(
  reader: Reader,
  { from, to, counselor: named, site, program, level, track }: SessionScope,
  asOf: Date,
): RawBuilder<unknown> {
  const { organizationId, role, staffId } = reader;
  // A counselor who names nobody means their own caseload.
  const counselor = named ?? (role === 'counselor' ? staffId : undefined);
  const narrowed = [
    counselor ? sql`AND e.counselor_id = ${counselor}` : sql``,
    level ? sql`AND e.level_code = ${level}` : sql``,
    site ? sql`AND p.site_id = ${site}` : sql``,
    program ? sql`AND p.id = ${program}` : sql``,
    track ? sql`AND p.track = ${track}` : sql``,
  ];
  return sql`(
    SELECT e.id AS "episodeId", e.client_id AS "clientId", e.admitted_on AS "admittedOn", e.ended_on AS "endedOn",
           e.last_contact_on AS "lastContactOn", coalesce(e.level_code, '') AS level, coalesce(p.site_id::text, '') AS site,
           coalesce(e.unit_id::text, '') AS unit, p.id AS "programId", coalesce(p.track, '') AS track, e.organization_id,
           (${asOf.toISOString()}::timestamptz AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date AS today
      FROM episode e
      LEFT JOIN LATERAL (SELECT p.* FROM program p WHERE p.organization_id = e.organization_id
                            AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
      LEFT JOIN site ON site.organization_id = e.organization_id AND site.id = p.site_id
     WHERE e.organization_id = ${organizationId} AND ${answersFor(reader, sql`e.client_id`)}
       AND e.status IN ('active', 'onhold', 'finished')
       AND e.admitted_on <= ${to}::date AND (e.ended_on IS NULL OR e.ended_on > ${from}::date)
       ${sql.join(narrowed, sql` `)}) e`;
}

export const partsOf = ({ site, unit, track, level }: EpisodeRow): Tally['parts'] => ({
  site,
  program: unit,
  track,
  level,
});

/**
 * One inferred from sessions has ended with its last contact, once that is long enough before the day
 * by the rules of that day.
 */
export function endOf({ endedOn, lastContactOn }: EpisodeRow, day: Day, rules: Rules): Day | null {
  if (lastContactOn === null) return endedOn;
  return lastContactOn > addDays(day, -rules.on(day).noContactDays) ? null : lastContactOn;
}

/** Admitted on or before the day, and not yet discharged on it. */
export function isInCare(episode: EpisodeRow, day: Day, rules: Rules): boolean {
  const end = endOf(episode, day, rules);
  return episode.admittedOn <= day && (end === null || day < end);
}
