import { sql } from 'kysely';
import { localTime } from '#domain/calendar/calendar-day';
import type { SupportContact } from '#domain/outreach/contact.contract';
import { consentFor, type SharingConsent } from '#domain/outreach/crisis-contacts';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

interface Row {
  people: Omit<SupportContact, 'consent'>[] | null;
  consents: SharingConsent[] | null;
}

/** Who stands by a client on a day, and whether a consent that then holds lets them know anything. */
export async function findSupportContacts(
  scoped: Scoped,
  { organizationId }: Reader,
  clientId: string,
  asOf: Date,
): Promise<SupportContact[]> {
  const { day } = localTime(asOf.getTime(), OWN_TIME_ZONE);
  const own = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = ${organizationId} AND ${sql.ref(`${table}.client_id`)} = ${clientId}`;
  const { rows } = await sql<Row>`
    SELECT (SELECT json_agg(json_build_object('recordId', s.record_id, 'familyName', s.family_name, 'givenName', s.given_name,
                     'relationship', s.relationship) ORDER BY s.family_name, s.record_id)
              FROM support_person s
             WHERE ${own('s')} AND s.active AND coalesce(s.starts_on, ${day}::date) <= ${day}::date
               AND coalesce(s.ends_on, ${day}::date) >= ${day}::date) AS people,
           (SELECT json_agg(json_build_object('recordId', k.record_id, 'status', k.status, 'startsOn', k.starts_on, 'endsOn', k.ends_on,
                     'recipients', (SELECT coalesce(json_agg(json_build_object('partyId', t.party_id, 'permitted', t.permitted)), '[]')
                                      FROM consent_recipient t WHERE t.organization_id = k.organization_id AND t.consent_id = k.record_id))
                     ORDER BY k.starts_on DESC, k.record_id)
              FROM consent k WHERE ${own('k')}) AS consents`.execute(scoped);
  const { people, consents } = rows[0] ?? { people: null, consents: null };
  return (people ?? []).map((person) => {
    const consent = consentFor(person.recordId, consents ?? [], day);
    return { ...person, consent: consent && { until: consent.endsOn } };
  });
}

export const findSupportContact = async (
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  recordId: string,
  asOf: Date,
): Promise<SupportContact | undefined> =>
  (await findSupportContacts(scoped, reader, clientId, asOf)).find(
    (person) => person.recordId === recordId,
  );
