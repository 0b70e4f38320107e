import { sql } from 'kysely';
import { addDays } from '#domain/calendar/calendar-day';
import type { ClientGoal } from '#domain/client-progress/plan.contract';
import type { Scoped } from '../database/database.ts';
import type { ShownEpisode } from './shown-episode.ts';

/** Goals are often written down before the first day. */
const DAYS_BEFORE = 14;

interface GoalRow extends Omit<ClientGoal, 'course'> {
  /** The judgement of each revision, in the order in which they came. */
  revisions: { on: string; achievement: string | null }[] | null;
}

/** What the client wants of an episode, each goal with every judgement that differs from the one before. */
export async function findGoals(
  scoped: Scoped,
  organizationId: string,
  shown: ShownEpisode,
  asOf: Date,
): Promise<ClientGoal[]> {
  const { admittedOn, lastDay } = shown;
  const since = addDays(admittedOn, -DAYS_BEFORE);
  return (await findCourses(scoped, organizationId, shown, asOf)).filter(
    ({ startedOn }) => startedOn === null || (startedOn >= since && startedOn <= lastDay),
  );
}

/** Every goal of a client, in the order in which they were set. */
export async function findCourses(
  scoped: Scoped,
  organizationId: string,
  { clientId, timeZone }: Pick<ShownEpisode, 'clientId' | 'timeZone'>,
  asOf: Date,
): Promise<ClientGoal[]> {
  const { rows } = await sql<GoalRow>`
    SELECT g.record_id AS "recordId", g.words, g.lifecycle, g.achievement, g.started_on AS "startedOn", g.due_on AS "dueOn",
           (SELECT json_agg(json_build_object('on', (coalesce(r.last_updated, r.received_at) AT TIME ZONE ${timeZone})::date,
                     'achievement', r.body::json #>> '{achievementStatus,coding,0,code}') ORDER BY r.received_seq)
              FROM source_record r
             WHERE r.organization_id = g.organization_id AND r.identity_id = g.record_id AND NOT r.deleted
               AND coalesce(r.last_updated, r.received_at) <= ${asOf.toISOString()}::timestamptz) AS revisions
      FROM goal g
     WHERE g.organization_id = ${organizationId} AND g.client_id = ${clientId}
     ORDER BY g.started_on, g.record_id`.execute(scoped);
  return rows.map(({ revisions, ...goal }) => ({ ...goal, course: courseOf(revisions ?? []) }));
}

function courseOf(revisions: NonNullable<GoalRow['revisions']>): ClientGoal['course'] {
  const course: ClientGoal['course'] = [];
  for (const { on, achievement } of revisions)
    if (achievement !== null && achievement !== course.at(-1)?.achievement)
      course.push({ on, achievement });
  return course;
}
