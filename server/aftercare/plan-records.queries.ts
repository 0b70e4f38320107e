import { sql } from 'kysely';
import type { ContentEntry, PlanFacts } from '#domain/aftercare/plan-facts';
import type { Says } from '#domain/client-progress/client-entry.contract';
import { ofClient, standsAt } from '../client-progress/entries/client-entries.queries.ts';
import type { Scoped } from '../database/database.ts';

/** What the record and staff have of the contents of a stay's plan. */
export interface PlanRecords {
  naloxone: PlanFacts['naloxone'];
  wordings: PlanFacts['wordings'] | null;
  /** The last answers at admission to this stay. */
  answers: { question: string; given: string[]; on: string; recordId: string }[] | null;
  meetings: Says<'meetings'> | null;
  familySession: Says<'family-session'> | null;
  entries: ContentEntry[] | null;
}

export async function findPlanRecords(
  scoped: Scoped,
  organizationId: string,
  { clientId, episodeId, today }: Record<'clientId' | 'episodeId' | 'today', string>,
  asOf: Date,
): Promise<PlanRecords> {
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${clientId}`;
  const lastSaid = (kind: string) => sql`
    (SELECT entry.says FROM client_entry entry
      WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)} AND entry.kind = ${kind}
      ORDER BY coalesce(entry.says ->> 'week', entry.says ->> 'on') DESC, entry.seq DESC LIMIT 1)`;
  const { rows } = await sql<PlanRecords>`
    SELECT (SELECT json_build_object('on', m.starts_on, 'words', m.words, 'recordId', m.record_id)
              FROM medication_supply m
             WHERE ${own('m')} AND m.medication = 'naloxone' AND m.starts_on <= ${today}::date
             ORDER BY m.starts_on DESC, m.record_id LIMIT 1) AS naloxone,
           (SELECT json_agg(json_build_object('words', said.words, 'on', said.on, 'recordId', said.record_id) ORDER BY said.record_id)
              FROM (SELECT f.words, f.starts_on AS "on", f.record_id FROM client_flag f
                     WHERE ${own('f')} AND f.status = 'active' AND coalesce(f.starts_on, ${today}::date) <= ${today}::date
                       AND coalesce(f.ends_on, ${today}::date) >= ${today}::date
                     UNION ALL
                    SELECT g.words, g.started_on, g.record_id FROM goal g
                     WHERE ${own('g')} AND coalesce(g.started_on, ${today}::date) <= ${today}::date
                       -- To write a plan may itself be the goal: it is there once that is reached.
                       AND g.lifecycle = 'completed') said) AS wordings,
           (SELECT json_agg(json_build_object('question', q.question, 'given', q.given, 'on', q.answered_on, 'recordId', q.record_id))
              FROM (SELECT DISTINCT ON (q.question) q.* FROM admission_answer q
                     WHERE ${own('q')} AND q.moment = 'admission' AND q.answered_on <= ${today}::date
                     ORDER BY q.question, q.answered_on DESC, q.record_id) q) AS answers,
           ${lastSaid('meetings')} AS meetings,
           ${lastSaid('family-session')} AS "familySession",
           (SELECT json_agg(json_build_object('id', entry.id, 'by', entry.made_by, 'says', entry.says) ORDER BY entry.seq)
              FROM client_entry entry
             WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)} AND entry.kind = 'plan-content'
               AND entry.episode_id = ${episodeId}::uuid) AS entries`.execute(scoped);
  return rows[0] ?? NOTHING;
}

const NOTHING: PlanRecords = {
  ...{ naloxone: null, wordings: null, answers: null },
  ...{ meetings: null, familySession: null, entries: null },
};
