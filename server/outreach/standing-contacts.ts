import { type RawBuilder, sql } from 'kysely';

/**
 * Contacts with a client, as they stand, as `name`: what was corrected or withdrawn since is not
 * among them, nor a talk with somebody else, who is not the client. What somebody wrote is kept either way.
 */
export const standingContacts = (name: string): RawBuilder<unknown> =>
  contactsWith(name, sql`entry.with_support IS NULL`);

/** Contacts with the client, and with who stands by them. */
export const contactsWithAnybody = (name: string): RawBuilder<unknown> =>
  contactsWith(name, sql`true`);

const contactsWith = (name: string, whom: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  SELECT entry.* FROM contact entry
   WHERE entry.organization_id = (SELECT reader_organization()) AND NOT entry.withdrawn AND ${whom}
     AND NOT EXISTS (SELECT FROM contact later WHERE later.organization_id = entry.organization_id
                        AND later.corrects = entry.id)) ${sql.ref(name)}`;
