import { sql } from 'kysely';
import type { CaseNote, NewCaseNote } from '#domain/client-progress/case-note.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

/** What was noted for the case review and stands at an instant, the newest first. */
export async function findCaseNotes(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<CaseNote[]> {
  const at = sql`${asOf.toISOString()}::timestamptz`;
  const { rows } = await sql<CaseNote>`
    SELECT id, words, made_by AS by, made_at AS at FROM case_note
     WHERE organization_id = ${organizationId} AND client_id = ${clientId} AND made_at <= ${at}
       AND (withdrawn_at IS NULL OR withdrawn_at > ${at})
     ORDER BY seq DESC LIMIT 50`.execute(scoped);
  return rows;
}

/** Writes a note, once however often it is sent; `false` where the client is not to be seen. */
export async function addCaseNote(
  scoped: Scoped,
  { organizationId, staffId, name }: Reader,
  clientId: string,
  { id, words }: NewCaseNote,
  now: Date,
): Promise<boolean> {
  // By the particulars: a roster shows names of clients whose record is out of reach.
  const { rows } = await sql`
    SELECT FROM client_particulars WHERE organization_id = ${organizationId} AND client_id = ${clientId}`.execute(
    scoped,
  );
  if (rows.length === 0) return false;
  await sql`
    INSERT INTO case_note (organization_id, id, client_id, words, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${words.trim()}, ${name}, ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return true;
}
