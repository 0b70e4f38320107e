import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar-day';
import {
  type DischargeReason,
  dischargeReasonOf,
  type DischargeStatement,
} from '#domain/episode/discharge-reason';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { clientsInReach, isProgramWide } from './session-scope.ts';

/** The end of an episode, as the source tells it. */
export interface Ending {
  episodeId: string;
  clientId: string;
  endedOn: Day;
  /** `null` where nobody said why. */
  reason: DischargeReason | null;
  /** The record that says why. */
  recordId: string | null;
}

interface EndingRow extends Pick<Ending, 'episodeId' | 'clientId' | 'endedOn'> {
  statements: DischargeStatement[];
}

/**
 * Episodes that ended between two days, both counted, each with its reason. What names no episode
 * speaks of the client's episode of its day, the day of discharge included.
 */
export async function findEndings(
  scoped: Scoped,
  reader: Reader,
  { from, to }: { from: Day; to: Day },
): Promise<Ending[]> {
  const { rows } = await sql<EndingRow>`
    SELECT e.id AS "episodeId", e.client_id AS "clientId", e.ended_on AS "endedOn", coalesce(said.statements, '[]') AS statements
      FROM ${clientsInReach(reader)} episode e ${isProgramWide(reader, {}) ? sql`` : sql`ON e.client_id = r.client_id`}
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('recordId', d.record_id, 'way', d.way, 'statedOn', d.stated_on, 'reason', d.reason)) AS statements
          FROM discharge_statement d
         WHERE d.organization_id = e.organization_id AND d.client_id = e.client_id
           AND (d.episode_id = e.id OR (d.episode_id IS NULL AND d.stated_on BETWEEN e.admitted_on AND e.ended_on))) said ON true
     WHERE e.organization_id = ${reader.organizationId} AND NOT e.inferred
       AND e.ended_on BETWEEN ${from}::date AND ${to}::date`.execute(scoped);
  return rows.map(({ statements, ...ending }) => {
    const told = dischargeReasonOf(statements);
    return { ...ending, reason: told?.reason ?? null, recordId: told?.recordId ?? null };
  });
}
