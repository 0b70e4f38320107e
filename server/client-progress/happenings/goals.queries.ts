import type { Scoped } from '../../database/database.ts';
import { findCourses } from '../plan.queries.ts';
import { type AskedOf, happened, type Happened } from './happened.ts';

/** Each judgement of a goal that differs from the one before. */
export async function findGoalsJudged(
  scoped: Scoped,
  { organizationId, clientId, timeZone, asOf }: AskedOf,
): Promise<Happened[]> {
  const goals = await findCourses(scoped, organizationId, { clientId, timeZone }, asOf);
  return goals.flatMap(({ recordId, words, course }) =>
    course.map(({ on, achievement }, index) =>
      happened({
        id: `goal:${recordId}:${index}`,
        kind: 'goal',
        on,
        what: words,
        detail: achievement.replaceAll('-', ' '),
        recordId,
      }),
    ),
  );
}
