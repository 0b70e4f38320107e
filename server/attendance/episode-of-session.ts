import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import type { Scoped } from '../database/database.ts';
import { hadContact } from './has-contact.ts';

/** An episode, as far as a session belongs to it. */
export interface EpisodeRow {
  id: string;
  client_id: string;
  admitted_on: Day;
  ended_on: Day | null;
  last_contact_on: Day | null;
  level_code: string | null;
  unit_id: string | null;
  track: string | null;
}

/** The episodes of those whose sessions these are, by client; the one admitted to last comes first. */
export async function episodesOf(
  scoped: Scoped,
  organizationId: string,
  sessions: readonly { client_id: string }[],
): Promise<ReadonlyMap<string, EpisodeRow[]>> {
  const clientIds = [...new Set(sessions.map(({ client_id }) => client_id))];
  const { rows } = await sql<EpisodeRow>`
    SELECT ep.id, ep.client_id, ep.admitted_on, ep.ended_on, ep.last_contact_on, ep.level_code, ep.unit_id,
           (SELECT p.track FROM program p
             WHERE p.organization_id = ${organizationId} AND p.unit_id = ep.unit_id
             ORDER BY p.id LIMIT 1) AS track
      FROM episode ep
     WHERE ep.organization_id = ${organizationId} AND ep.client_id = ANY(${clientIds}::uuid[])
     ORDER BY ep.admitted_on DESC, ep.id`.execute(scoped);
  return Map.groupBy(rows, ({ client_id }) => client_id);
}

/** Whether a session of a day belongs to an episode. */
export const isOf = (
  { admitted_on, ended_on, last_contact_on }: EpisodeRow,
  day: Day,
  noContactDays: number,
): boolean =>
  admitted_on <= day &&
  (ended_on === null || day <= ended_on) &&
  hadContact(last_contact_on, day, noContactDays);
