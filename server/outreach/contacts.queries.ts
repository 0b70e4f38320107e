import { sql } from 'kysely';
import type { Contact, NewContact, WithdrawnContact } from '#domain/outreach/contact.contract';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findSupportContact } from './support-contacts.queries.ts';

/**
 * What came of writing an entry: `known` was sent before, `corrected` was put right by somebody meanwhile;
 * of somebody whom no consent lets know anything, and of whom the client was not asked, `no-consent`.
 */
export type Written = 'written' | 'known' | 'corrected' | 'out-of-reach' | 'no-consent';

/** Adds an entry to the contact log; one that was sent before is kept once. */
export async function writeContact(
  scoped: Scoped,
  reader: Reader,
  contact: NewContact,
  now: Date,
): Promise<Written> {
  const { id, clientId, at, mode, result, barrier, nextStep, nextStepOn, corrects } = contact;
  const { withSupport = null, askedFirst = false, followUp = null } = contact;
  if (!(await isInReach(scoped, reader, clientId))) return 'out-of-reach';
  const stands = await standingOf(scoped, reader, id, corrects);
  if (stands) return stands;
  if (withSupport !== null) {
    const person = await findSupportContact(scoped, reader, clientId, withSupport, now);
    if (!person) return 'out-of-reach';
    if (!person.consent && !askedFirst) return 'no-consent';
  }
  await sql`
    INSERT INTO contact (organization_id, id, client_id, at, mode, result, barrier, next_step, next_step_on,
                         corrects, with_support, asked_first, follow_up, made_by, made_by_staff, made_at)
    VALUES (${reader.organizationId}, ${id}, ${clientId}, ${at}, ${mode}, ${result}, ${barrier},
            ${nextStep?.trim() ?? null}, ${nextStepOn}, ${corrects}::uuid, ${withSupport}::uuid,
            ${askedFirst && withSupport !== null},
            ${followUp === null ? null : JSON.stringify(followUp)}::jsonb, ${reader.name}, ${reader.staffId}::uuid,
            ${now.toISOString()})`.execute(scoped);
  return 'written';
}

/** Says that an entry is none. Whose it was, so that it can be told to open pages; `null` for no such entry. */
export async function withdrawContact(
  scoped: Scoped,
  reader: Reader,
  { id, corrects }: WithdrawnContact,
  now: Date,
): Promise<{ written: Written; clientId: string } | null> {
  const { rows } = await sql<{ clientId: string }>`
    SELECT client_id AS "clientId" FROM contact
     WHERE organization_id = ${reader.organizationId} AND id = ${corrects}`.execute(scoped);
  const [entry] = rows;
  if (!entry) return null;
  const stands = await standingOf(scoped, reader, id, corrects);
  if (stands) return { written: stands, clientId: entry.clientId };
  await sql`
    INSERT INTO contact (organization_id, id, client_id, at, mode, result, corrects, withdrawn, with_support,
                         made_by, made_by_staff, made_at)
    SELECT organization_id, ${id}, client_id, at, mode, result, id, true, with_support,
           ${reader.name}, ${reader.staffId}::uuid, ${now.toISOString()}
      FROM contact WHERE organization_id = ${reader.organizationId} AND id = ${corrects}`.execute(
    scoped,
  );
  return { written: 'written', clientId: entry.clientId };
}

/** By the particulars: a roster shows names of clients whose record is out of reach. */
export async function isInReach(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM client_particulars WHERE organization_id = ${organizationId} AND client_id = ${clientId}`.execute(
    scoped,
  );
  return rows.length > 0;
}

/** Entries that are written at once wait for each other: the second finds the first. */
async function standingOf(
  scoped: Scoped,
  { organizationId }: Reader,
  id: string,
  corrects: string | null,
): Promise<Written | null> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${corrects ?? id}, 0))`.execute(scoped);
  const { rows } = await sql<{ known: boolean; corrected: boolean }>`
    SELECT EXISTS (SELECT FROM contact WHERE organization_id = ${organizationId} AND id = ${id}) AS known,
           EXISTS (SELECT FROM contact WHERE organization_id = ${organizationId} AND corrects = ${corrects}::uuid) AS corrected`.execute(
    scoped,
  );
  if (rows[0]?.known) return 'known';
  return rows[0]?.corrected ? 'corrected' : null;
}

interface EntryRow extends Omit<Contact, 'before'> {
  withSupport: string | null;
  askedFirst: boolean;
  followUp: Contact['followUp'];
  corrects: string | null;
  withdrawn: boolean;
}

/** Every entry about a client as it stands, newest first, with what stood before. */
export async function findContacts(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<Contact[]> {
  const { rows } = await sql<EntryRow>`
    SELECT id, at, mode, result, barrier, next_step AS "nextStep", next_step_on AS "nextStepOn",
           with_support AS "withSupport", asked_first AS "askedFirst", follow_up AS "followUp", made_by AS "madeBy", made_at AS "madeAt", corrects, withdrawn
      FROM contact WHERE organization_id = ${organizationId} AND client_id = ${clientId}
     ORDER BY at DESC, made_at DESC, id`.execute(scoped);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const corrected = new Set(rows.map(({ corrects }) => corrects));
  return rows
    .filter(({ id, withdrawn, at }) => !withdrawn && !corrected.has(id) && at <= asOf.toISOString())
    .map(({ corrects, withdrawn: _, ...entry }) => ({ ...entry, before: before(corrects, byId) }));
}

function before(id: string | null, byId: ReadonlyMap<string, EntryRow>): Contact['before'] {
  const entry = id === null ? undefined : byId.get(id);
  if (!entry) return [];
  const { at, mode, result, barrier, nextStep, nextStepOn, withSupport, askedFirst, followUp } =
    entry;
  const { madeBy, madeAt, corrects } = entry;
  const said = {
    at,
    mode,
    result,
    barrier,
    nextStep,
    nextStepOn,
    withSupport,
    askedFirst,
    followUp,
  };
  return [{ ...said, madeBy, madeAt }, ...before(corrects, byId)];
}
