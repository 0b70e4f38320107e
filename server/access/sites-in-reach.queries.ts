import { sql } from 'kysely';
import { hasContact } from '../attendance/has-contact.ts';
import type { Scoped } from '../database/database.ts';
import { rulesOf } from '../settings/rules.ts';

/** The sites at which clients within the reader's reach are in care, by name. */
export async function sitesInReach(
  scoped: Scoped,
  organizationId: string,
  asOf: Date,
): Promise<{ id: string; name: string }[]> {
  const { noContactDays } = (await rulesOf(scoped, organizationId)).at(asOf);
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT DISTINCT site.id, site.name
      FROM episode e
      JOIN program p ON p.organization_id = e.organization_id AND p.unit_id = e.unit_id
      JOIN site ON site.organization_id = p.organization_id AND site.id = p.site_id
     WHERE e.ended_on IS NULL
       AND ${hasContact(sql`e.last_contact_on`, sql`${asOf.toISOString().slice(0, 10)}::date`, sql`${noContactDays}`)}
     ORDER BY site.name, site.id`.execute(scoped);
  return rows;
}
