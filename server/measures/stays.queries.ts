import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { type EpisodeRow, episodesInScope } from './episodes-in-scope.ts';
import type { SessionScope } from './session-scope.ts';

/** An episode with the times in which its client was away. */
export interface StayWithHolds extends EpisodeRow {
  holds: { startsOn: Day; endsOn: Day | null }[];
}

/** The episodes of the scope, in whole or in part. */
export async function findStaysWithHolds(
  scoped: Scoped,
  reader: Reader,
  scope: SessionScope,
  asOf: Date,
): Promise<StayWithHolds[]> {
  const { rows } = await sql<StayWithHolds>`
    SELECT e.*, coalesce(hold.holds, '[]') AS holds
      FROM ${episodesInScope(reader, scope, asOf)}
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('startsOn', h.starts_on, 'endsOn', h.ends_on)) AS holds
          FROM episode_hold h
         WHERE h.organization_id = e.organization_id AND h.episode_id = e."episodeId") hold ON true`.execute(
    scoped,
  );
  return rows;
}
