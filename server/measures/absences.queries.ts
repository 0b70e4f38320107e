import { sql } from 'kysely';
import type { AttendanceStatus, Outcome } from '#domain/attendance/attendance-status';
import { statusAt } from '#domain/attendance/status-at';
import type { Day } from '#domain/calendar/calendar-day';
import type { ProgramDefaults } from '#domain/settings/program-defaults';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';
import { type EpisodeRow, episodesInScope, isInCare } from './episodes-in-scope.ts';
import type { SessionScope } from './session-scope.ts';

/** How long a client in care has been away. */
export interface Absence {
  episode: EpisodeRow;
  /** Sessions of the episode since the last one attended, that one included, in order. */
  since: AttendanceStatus[];
  /** `null` for a client who never attended. */
  seenOn: Day | null;
  /** The bookings missed, and the session last attended. */
  recordIds: string[];
}

interface Row extends EpisodeRow {
  sessions: [recordId: string, endsAt: number, outcome: Outcome | null][] | null;
  seenOn: Day | null;
  seenRecordId: string | null;
}

/** Everybody in care on the day, with their sessions since they were last there. */
export async function findAbsences(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
): Promise<Absence[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const attended = sql`a.outcome IN ('attended', 'attended-late', 'left-early')`;
  const { rows } = await sql<Row>`
    SELECT e.*, seen.day AS "seenOn", seen.record_id AS "seenRecordId", recent.sessions
      FROM ${episodesInScope(reader, scope, asOf)}
      LEFT JOIN site ON site.organization_id = e.organization_id AND site.id::text = e.site
      LEFT JOIN LATERAL (
        SELECT (a.starts_at AT TIME ZONE coalesce(site.time_zone, ${OWN_TIME_ZONE}))::date AS day, a.record_id
          FROM attendance a
         WHERE a.organization_id = e.organization_id AND a.client_id = e."clientId" AND a.starts_at <= ${at} AND ${attended}
         ORDER BY a.starts_at DESC LIMIT 1) seen ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(a.record_id, date_part('epoch', a.ends_at) * 1000, a.outcome)
                 -- Who came to one of several sessions of a moment was there last.
                 ORDER BY a.starts_at, ${attended} NULLS FIRST, a.record_id) AS sessions
          FROM attendance a
         WHERE a.organization_id = e.organization_id AND a.client_id = e."clientId" AND a.episode_id = e."episodeId"
           AND NOT a.walk_in AND NOT a.waitlisted AND a.starts_at <= ${at}) recent ON true`.execute(
    scoped,
  );
  const rules = await rulesOf(scoped, reader.organizationId);
  return rows
    .filter((episode) => isInCare(episode, episode.today, rules))
    .map(({ sessions, seenOn, seenRecordId, ...episode }) => {
      const statuses = (sessions ?? []).map(([recordId, endsAt, outcome]) => ({
        recordId,
        status: statusOf(endsAt, outcome, asOf, rules.at(asOf)),
      }));
      return {
        episode,
        seenOn,
        since: statuses.map(({ status }) => status),
        recordIds: [
          ...(seenRecordId ? [seenRecordId] : []),
          ...statuses
            .filter(({ status }) => status === 'no-show' || status === 'client-cancelled')
            .map(({ recordId }) => recordId),
        ],
      };
    });
}

function statusOf(
  endsAt: number,
  outcome: Outcome | null,
  asOf: Date,
  rules: ProgramDefaults,
): AttendanceStatus {
  const now = asOf.getTime();
  return statusAt({ startsAt: now, endsAt, outcome }, now, rules);
}
