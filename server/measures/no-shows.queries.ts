import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { standingContacts } from '../outreach/standing-contacts.ts';
import { type EpisodeRow, episodesInScope } from './episodes-in-scope.ts';
import type { SessionScope } from './session-scope.ts';

/** A no-show, with what somebody did about it; instants in milliseconds. */
export interface NoShow {
  episode: EpisodeRow;
  recordId: string;
  day: Day;
  startsAt: number;
  timeZone: string;
  contactsAt: number[];
  backAt: number | null;
  loggedSince: number | null;
}

interface Row extends EpisodeRow, Omit<NoShow, 'episode' | 'contactsAt'> {
  contactsAt: number[] | null;
}

/** The no-shows of the days of the scope that had begun at the instant. */
export async function findNoShows(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
): Promise<NoShow[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const { rows } = await sql<Row>`
    SELECT e.*, a.record_id AS "recordId", a.week + a.weekday - 1 AS day, date_part('epoch', a.starts_at) * 1000 AS "startsAt",
           coalesce(site.time_zone, ${OWN_TIME_ZONE}) AS "timeZone", logged.at AS "contactsAt",
           date_part('epoch', back.at) * 1000 AS "backAt",
           date_part('epoch', outreach_logged_since()) * 1000 AS "loggedSince"
      FROM ${episodesInScope(reader, scope, asOf)}
      JOIN attendance a ON a.organization_id = e.organization_id AND a.client_id = e."clientId" AND a.episode_id = e."episodeId"
      LEFT JOIN site ON site.organization_id = a.organization_id AND site.id = a.site_id
      LEFT JOIN LATERAL (
        SELECT json_agg(date_part('epoch', l.at) * 1000) AS at FROM ${standingContacts('l')}
         WHERE l.client_id = a.client_id AND l.at >= a.starts_at) logged ON true
      LEFT JOIN LATERAL (
        SELECT min(b.starts_at) AS at FROM attendance b
         WHERE b.organization_id = a.organization_id AND b.client_id = a.client_id
           AND b.starts_at > a.starts_at AND b.starts_at <= ${at}
           AND b.outcome IN ('attended', 'attended-late', 'left-early')) back ON true
     WHERE a.outcome = 'no-show' AND NOT a.waitlisted AND a.starts_at <= ${at}
       AND a.week + a.weekday - 1 BETWEEN ${scope.from}::date AND ${scope.to}::date
     ORDER BY a.starts_at, a.record_id`.execute(scoped);
  return rows.map(
    ({ recordId, day, startsAt, timeZone, contactsAt, backAt, loggedSince, ...episode }) => ({
      episode,
      recordId,
      day,
      startsAt,
      timeZone,
      contactsAt: contactsAt ?? [],
      backAt,
      loggedSince,
    }),
  );
}
