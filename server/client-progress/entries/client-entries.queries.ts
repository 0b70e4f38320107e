import { type RawBuilder, sql } from 'kysely';
import type { ClientEntry, NewClientEntry } from '#domain/client-progress/client-entry.contract';
import type { Scoped } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { isInReach } from '../../outreach/contacts.queries.ts';
import { targetStands } from './entry-target.ts';

/** Whose entries: those written of a record that was merged into the client's are the client's as well. */
export const ofClient = (organizationId: string, clientId: string): RawBuilder<unknown> => sql`
  entry.organization_id = ${organizationId} AND entry.client_id IN (
    WITH RECURSIVE own(id) AS (
      SELECT ${clientId}::uuid
       UNION
      SELECT c.id FROM own JOIN client c ON c.organization_id = ${organizationId} AND c.merged_into = own.id)
    SELECT id FROM own)
  -- Records that replace each other in a circle stay two.
  AND (entry.client_id = ${clientId} OR survivor_of(entry.client_id) = ${clientId})`;

/** Of an entry that it stands at an instant. */
export const standsAt = (at: Date): RawBuilder<unknown> => sql`
  entry.made_at <= ${at.toISOString()}::timestamptz
  AND (entry.withdrawn_at IS NULL OR entry.withdrawn_at > ${at.toISOString()}::timestamptz)`;

/** What staff wrote of a client and stands at an instant, the newest first. */
export async function findClientEntries(
  scoped: Scoped,
  { organizationId }: Pick<Reader, 'organizationId'>,
  clientId: string,
  asOf: Date,
): Promise<ClientEntry[]> {
  const { rows } = await sql<ClientEntry>`
    SELECT entry.id, entry.kind, entry.says, entry.made_by AS by, entry.made_at AS at
      FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)}
     ORDER BY entry.seq DESC`.execute(scoped);
  return rows;
}

/** Writes an entry, once however often it is sent; `false` where the client, or what it is of, is not to be seen. */
export async function writeClientEntry(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  entry: NewClientEntry,
  now: Date,
): Promise<boolean> {
  if (!(await isInReach(scoped, reader, clientId))) return false;
  if (!(await targetStands(scoped, reader, clientId, entry))) return false;
  const { organizationId, staffId, name } = reader;
  await sql`
    INSERT INTO client_entry (organization_id, id, client_id, kind, says, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${entry.id}, ${clientId}, ${entry.kind}, ${JSON.stringify(trimmed(entry.says))}::jsonb,
            ${name}, ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return true;
}

/** Takes back what was written about a client; it stays, with who and when. `false` where none stands in reach. */
export async function withdrawClientEntry(
  scoped: Scoped,
  { organizationId, name }: Reader,
  clientId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE client_entry entry SET withdrawn_by = ${name}, withdrawn_at = ${now.toISOString()}
     WHERE ${ofClient(organizationId, clientId)} AND entry.id = ${id} AND entry.withdrawn_at IS NULL
    RETURNING entry.id`.execute(scoped);
  return rows.length > 0;
}

/** What people type ends in spaces. */
const trimmed = (says: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(says).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ]),
  );
