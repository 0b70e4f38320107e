import { sql } from 'kysely';
import type { ContactRules, NewContactRules } from '#domain/outreach/contact-rules.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { isInReach, type Written } from './contacts.queries.ts';

/** How a client may be contacted, as it was written down by then: the one that holds first. */
export async function findContactRules(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<ContactRules[]> {
  const { rows } = await sql<ContactRules>`
    SELECT id, phone, voicemail, text, letter, email, names_program AS "namesProgram", reason,
           made_by AS "madeBy", made_at AS "madeAt"
      FROM contact_rules
     WHERE organization_id = ${organizationId} AND client_id = ${clientId}
       AND made_at <= ${asOf.toISOString()}::timestamptz
     ORDER BY seq DESC`.execute(scoped);
  return rows;
}

/** Adds an entry, once however often it is sent; `corrected` where another was written meanwhile. */
export async function writeContactRules(
  scoped: Scoped,
  reader: Reader,
  { id, clientId, replaces, reason, ...allowed }: NewContactRules,
  now: Date,
): Promise<Written> {
  if (!(await isInReach(scoped, reader, clientId))) return 'out-of-reach';
  const { organizationId, name, staffId } = reader;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`contact rules ${clientId}`}, 0))`.execute(
    scoped,
  );
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM contact_rules WHERE organization_id = ${organizationId} AND client_id = ${clientId}
     ORDER BY seq DESC`.execute(scoped);
  if (rows.some((entry) => entry.id === id)) return 'known';
  if ((rows[0]?.id ?? null) !== replaces) return 'corrected';
  const { phone, voicemail, text, letter, email, namesProgram } = allowed;
  await sql`
    INSERT INTO contact_rules (organization_id, id, client_id, replaces, phone, voicemail, text, letter, email,
                               names_program, reason, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${replaces}::uuid, ${phone}, ${voicemail},
            ${text}, ${letter}, ${email}, ${namesProgram}, ${reason.trim()},
            ${name}, ${staffId}::uuid, ${now.toISOString()})`.execute(scoped);
  return 'written';
}
