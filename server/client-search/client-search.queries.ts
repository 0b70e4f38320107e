import { type RawBuilder, sql } from 'kysely';
import type { FoundClient, FoundClients } from '#domain/client-search/client-search.contract';
import type { SearchWords } from '#domain/client-search/search-words';
import { hasContact } from '../attendance/has-contact.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { rulesOf } from '../settings/rules.ts';

/** So many are shown: a longer list is no answer, more letters are. */
const MOST = 12;

/** Who is meant, of the clients whose record the reader may see: in care first, then by name. */
export async function findClients(
  scoped: Scoped,
  { organizationId }: Reader,
  { words, initials }: SearchWords,
  asOf: Date,
): Promise<FoundClients> {
  const [first = '', ...others] = words;
  const today = asOf.toISOString().slice(0, 10);
  const { noContactDays } = (await rulesOf(scoped, organizationId)).at(asOf);
  const ofOrganization = sql`organization_id = ${organizationId}`;
  const { rows } = await sql<FoundClient>`
    WITH candidate AS (
      SELECT id FROM client WHERE ${ofOrganization} AND ${beginsWith(sql`family_key`, first)}
      UNION SELECT id FROM client WHERE ${ofOrganization} AND ${beginsWith(sql`given_key`, first)}
      UNION SELECT client_id FROM client_particulars WHERE ${ofOrganization} AND ${beginsWith(sql`record_key`, first)}
    ), found AS (
      SELECT c.id FROM candidate JOIN client c ON c.${ofOrganization} AND c.id = candidate.id
       WHERE ${others.length === 0 ? sql`true` : sql.join(others.map(isAnyPart), sql` AND `)}
      UNION SELECT id FROM client WHERE ${ofOrganization} AND initials = ${initials}
    )
    SELECT c.id AS "clientId", c.family_name AS "familyName", c.given_name AS "givenName",
           cp.record_number AS "recordNumber", e.program, e.counselor, coalesce(e.in_care, false) AS "inCare",
           e.left_on AS "leftOn"
      FROM found JOIN client c ON c.${ofOrganization} AND c.id = found.id AND c.merged_into IS NULL
      -- The particulars, not the name: a roster shows names of clients whose record is out of reach.
      JOIN client_particulars cp ON cp.${ofOrganization} AND cp.client_id = c.id
      LEFT JOIN LATERAL (
        SELECT coalesce(p.name, unit.name) AS program, goes_on.now AS in_care,
               CASE WHEN NOT goes_on.now AND e.admitted_on <= ${today}::date
                    THEN coalesce(e.ended_on, e.last_contact_on) END AS left_on,
               nullif(concat_ws(' ', nullif(s.given_name, ''), s.family_name), '') AS counselor
          FROM episode e
          CROSS JOIN LATERAL (SELECT e.admitted_on <= ${today}::date AND e.status IN ('active', 'onhold', 'finished')
                                 AND (e.ended_on IS NULL OR e.ended_on > ${today}::date)
                                 AND (e.status <> 'finished' OR e.ended_on IS NOT NULL)
                                 AND ${hasContact(sql`e.last_contact_on`, sql`${today}::date`, sql`${noContactDays}`)} AS now) goes_on
          LEFT JOIN unit ON unit.organization_id = e.organization_id AND unit.id = e.unit_id
          LEFT JOIN LATERAL (SELECT p.name FROM program p WHERE p.organization_id = e.organization_id
                                AND p.unit_id = e.unit_id ORDER BY p.id LIMIT 1) p ON true
          LEFT JOIN staff s ON s.organization_id = e.organization_id AND s.id = e.counselor_id
         WHERE e.${ofOrganization} AND e.client_id = c.id
         ORDER BY goes_on.now DESC, e.admitted_on DESC, e.id LIMIT 1) e ON true
     ORDER BY "inCare" DESC, c.family_key, c.given_key, c.id
     LIMIT ${MOST + 1}`.execute(scoped);
  return { clients: rows.slice(0, MOST), more: rows.length > MOST };
}

/** By comparisons alone, which an index answers under row level security. */
const beginsWith = (column: RawBuilder<unknown>, word: string): RawBuilder<unknown> =>
  sql`(${column} >= ${word} AND ${column} < ${word + LAST_LETTER})`;

const LAST_LETTER = '\u{10FFFF}';

const isAnyPart = (word: string): RawBuilder<unknown> =>
  sql`(${beginsWith(sql`c.family_key`, word)} OR ${beginsWith(sql`c.given_key`, word)})`;
