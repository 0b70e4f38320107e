import { sql } from 'kysely';
import type { DisclosureConsent } from '#domain/disclosures/disclosure.contract';
import type { RecordedConsent } from '#domain/disclosures/recorded-consent';
import type { Scoped } from '../database/database.ts';

/** A consent as its record has it, with where those are whom it names. */
export interface FoundConsent extends RecordedConsent {
  recipients: {
    name: string | null;
    permitted: boolean;
    address: string | null;
    /** One of those who stand by the client, not anybody who treats them. */
    isSupport: boolean;
  }[];
}

/** Every consent to share, whatever became of it: one that no longer holds tells why. */
export async function findConsents(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  timeZone: string,
): Promise<FoundConsent[]> {
  const revision = (table: string) =>
    sql`${sql.ref(`${table}.organization_id`)} = c.organization_id AND ${sql.ref(`${table}.identity_id`)} = c.record_id
        AND NOT ${sql.ref(`${table}.deleted`)}`;
  const { rows } = await sql<FoundConsent>`
    SELECT c.record_id AS "recordId", c.status, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.purposes,
           c.criminal_justice AS "criminalJustice",
           -- FHIR has no day of a revocation: it is the first revision since then that says so.
           CASE WHEN c.status = 'inactive' THEN (
             SELECT (min(coalesce(r.last_updated, r.received_at)) AT TIME ZONE ${timeZone})::date FROM source_record r
              WHERE ${revision('r')} AND r.received_seq > coalesce((SELECT max(s.received_seq) FROM source_record s
                WHERE ${revision('s')} AND s.body::json ->> 'status' = 'active'), 0)) END AS "revokedOn",
           coalesce((SELECT json_agg(json_build_object('name', coalesce(r.name, u.name), 'permitted', r.permitted,
                       'address', u.address, 'isSupport', p.record_id IS NOT NULL) ORDER BY r.number)
              FROM consent_recipient r
              LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.party_id
              LEFT JOIN support_person p ON p.organization_id = r.organization_id AND p.record_id = r.party_id
             WHERE r.organization_id = ${organizationId} AND r.consent_id = c.record_id), '[]') AS recipients
      FROM consent c
     WHERE c.organization_id = ${organizationId} AND c.client_id = ${clientId}
     ORDER BY c.starts_on DESC NULLS LAST, c.record_id`.execute(scoped);
  return rows;
}

/** What of a consent goes with what it permits. */
export const asShown = ({
  recordId,
  startsOn,
  endsOn,
  purposes,
  criminalJustice,
}: RecordedConsent): DisclosureConsent => ({
  ...{ recordId, startsOn, endsOn, criminalJustice },
  purposes: [...purposes],
});
