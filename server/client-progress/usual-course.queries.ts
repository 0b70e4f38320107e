import { sql } from 'kysely';
import type { UsualWeek } from '#domain/client-progress/usual-course.contract';
import type { Scoped } from '../database/database.ts';
import { findStays } from './shown-episode.ts';

/** The usual course of the program that a client is in, or was in last; `null` where the client is out of reach. */
export async function findUsualCourse(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  asOf: Date,
): Promise<UsualWeek[] | null> {
  // By the particulars: a roster shows names of clients whose record is out of reach.
  const { rows: reached } = await sql`
    SELECT FROM client_particulars WHERE organization_id = ${organizationId} AND client_id = ${clientId}`.execute(
    scoped,
  );
  if (reached.length === 0) return null;
  const stays = await findStays(scoped, organizationId, clientId, asOf);
  const stay = stays.find(({ endedOn }) => endedOn === null) ?? stays[0];
  if (!stay) return [];
  const { rows } = await sql<UsualWeek>`
    SELECT quantity, week, low, middle, high, clients FROM usual_course(${stay.unitId}::uuid, ${stay.today}::date)`.execute(
    scoped,
  );
  return rows;
}
