import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from '../server/database/database.ts';

const known = (column: string): RawBuilder<unknown> =>
  sql`coalesce(${sql.ref(column)}, '00000000-0000-0000-0000-000000000000')`;
const attended = sql`(NOT walk_in AND outcome IN ('attended', 'attended-late', 'left-early'))`;
const expected = sql`(${attended} OR (NOT walk_in AND outcome IN ('excused', 'client-cancelled', 'no-show')))`;
const count = (condition: RawBuilder<unknown>) => sql`count(*) FILTER (WHERE ${condition})`;
const place = sql`${known('site_id')}, ${known('unit_id')}, coalesce(level_code, ''), coalesce(track, '')`;
const outcome = sql`CASE WHEN walk_in THEN 'walk-in' WHEN outcome IS NULL AND scheduled_minutes > 1440 THEN 'none-overlong' ELSE coalesce(outcome, 'none') END`;
const minutes = sql`count(*), sum(scheduled_minutes), sum(coalesce(recorded_minutes, 0)),
      sum(CASE WHEN recorded_minutes IS NULL AND ${attended} THEN scheduled_minutes ELSE 0 END)`;

/** The rollups as they follow from the attendances, all at once: rows copied in SQL were not added up. */
export async function recountRollups(scoped: Scoped): Promise<void> {
  await sql`TRUNCATE episode_week, program_week, program_week_total, episode_span`.execute(scoped);
  await sql`
    INSERT INTO episode_week
    SELECT organization_id, client_id, episode_id, week, ${known('site_id')}, ${outcome}, ${minutes}
      FROM attendance WHERE NOT waitlisted AND episode_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`.execute(
    scoped,
  );
  await sql`
    INSERT INTO program_week (organization_id, week, site_id, unit_id, level_code, track, kind, weekday, hour, in_episode,
                              outcome, sessions, scheduled_minutes, recorded_minutes, assumed_minutes)
    SELECT organization_id, week, ${place}, kind, weekday, hour, episode_id IS NOT NULL, ${outcome}, ${minutes}
      FROM attendance WHERE NOT waitlisted GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`.execute(
    scoped,
  );
  await sql`
    INSERT INTO program_week_total
    SELECT organization_id, week, site_id, unit_id, level_code, track, outcome, sum(sessions), sum(scheduled_minutes),
           sum(recorded_minutes), sum(assumed_minutes)
      FROM program_week WHERE in_episode GROUP BY 1, 2, 3, 4, 5, 6, 7`.execute(scoped);
  await sql`
    INSERT INTO episode_span (organization_id, weeks, first_week, client_id, episode_id, site_id, unit_id, level_code, track, sessions,
                                   attended, excused, client_cancelled, no_show, present_minutes, expected_minutes)
    SELECT organization_id, weeks, week - (week - date '2001-01-01') % (7 * weeks), client_id, episode_id, ${place}, count(*), ${count(attended)},
           ${count(sql`NOT walk_in AND outcome = 'excused'`)}, ${count(sql`NOT walk_in AND outcome = 'client-cancelled'`)},
           ${count(sql`NOT walk_in AND outcome = 'no-show'`)},
           coalesce(sum(coalesce(recorded_minutes, scheduled_minutes)) FILTER (WHERE ${attended}), 0),
           coalesce(sum(scheduled_minutes) FILTER (WHERE ${expected}), 0)
      FROM attendance CROSS JOIN (VALUES (1), (4)) span(weeks)
     WHERE NOT waitlisted AND episode_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 3`.execute(
    scoped,
  );
}
