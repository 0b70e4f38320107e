import { type RawBuilder, sql } from 'kysely';

/**
 * Entries of the contact log as they stand, as `name`: what was corrected or withdrawn since is not
 * among them. What somebody wrote is kept either way.
 */
export const standingContacts = (name: string): RawBuilder<unknown> => sql`(
  SELECT entry.* FROM contact entry
   WHERE entry.organization_id = (SELECT reader_organization()) AND NOT entry.withdrawn
     AND NOT EXISTS (SELECT FROM contact later WHERE later.organization_id = entry.organization_id
                        AND later.corrects = entry.id)) ${sql.ref(name)}`;
