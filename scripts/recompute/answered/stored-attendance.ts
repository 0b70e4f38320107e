import { episodeName } from './stored-episodes.ts';

/** By client and record: what became of a session, as `attendance` has it. */
export const storedAttendance = `
  SELECT client.name || ' ' || record.name AS name, a.outcome, a.walk_in AS "walk-in", a.waitlisted,
         a.starts_at AS start, a.ends_at AS end, a.scheduled_minutes AS "scheduled minutes",
         a.recorded_minutes AS "recorded minutes",
         CASE WHEN a.recorded_minutes IS NULL AND a.outcome IN ('attended', 'attended-late', 'left-early')
              THEN a.scheduled_minutes ELSE 0 END AS "assumed minutes",
         a.contradictory, encounter.name AS "proved by"
    FROM attendance a
    JOIN named client ON client.id = a.client_id
    JOIN named record ON record.id = a.record_id
    LEFT JOIN named encounter ON encounter.id = a.encounter_id`;

/** By client, episode, week and outcome: the sums of `episode_week`, whichever the site. */
export const storedWeeks = `
  SELECT client.name || ' ' || ${episodeName} || ' ' || w.week || ' ' || replace(w.outcome, '-overlong', '') AS name,
         sum(w.sessions) AS sessions,
         sum(w.scheduled_minutes) AS "scheduled minutes", sum(w.recorded_minutes) AS "recorded minutes",
         sum(w.assumed_minutes) AS "assumed minutes"
    FROM episode_week w
    JOIN named client ON client.id = w.client_id
    JOIN episode e ON e.id = w.episode_id
    JOIN named episode ON episode.id = e.id
   GROUP BY 1`;
