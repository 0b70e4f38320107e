import { sql } from 'kysely';
import type {
  DisclosureLog,
  DisclosureQuery,
  LoggedDisclosure,
} from '#domain/disclosures/disclosure.contract';
import { OWN_TIME_ZONE } from '../attendance/sites.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';

const MOST = 500;

/** What left about every client in reach, and what was refused, the newest first. */
export async function findDisclosureLog(
  scoped: Scoped,
  { organizationId }: Reader,
  { show, kind, from, to }: DisclosureQuery,
  asOf: Date,
): Promise<Omit<DisclosureLog, 'asOf'>> {
  const { rows } = await sql<LoggedDisclosure & { isRefusal: boolean; of: number }>`
    WITH logged AS (
      SELECT id, client_id, kind, recipient, address, purpose, what, consent_id, NULL AS refusal, made_by, made_at, seq,
             false AS is_refusal
        FROM disclosure WHERE organization_id = ${organizationId}
       UNION ALL
      SELECT id, client_id, kind, recipient, NULL, NULL, '{}', NULL, words, made_by, made_at, seq, true
        FROM disclosure_refusal WHERE organization_id = ${organizationId}
    ), own AS (
      SELECT logged.*, count(*) OVER (PARTITION BY is_refusal)::int AS of,
             row_number() OVER (PARTITION BY is_refusal ORDER BY made_at DESC, seq DESC) AS place
        FROM logged
       WHERE made_at <= ${asOf.toISOString()}::timestamptz
         AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
         AND (${from ?? null}::date IS NULL OR (made_at AT TIME ZONE ${OWN_TIME_ZONE})::date >= ${from ?? null}::date)
         AND (${to ?? null}::date IS NULL OR (made_at AT TIME ZONE ${OWN_TIME_ZONE})::date <= ${to ?? null}::date)
    )
    SELECT o.id, json_build_object('id', c.id, 'familyName', c.family_name, 'givenName', c.given_name) AS client,
           o.kind, o.recipient, o.address, o.purpose, o.what, o.consent_id AS "consentId", o.refusal, o.made_by AS by,
           o.made_at AS at, o.is_refusal AS "isRefusal", o.of
      FROM own o
      JOIN client c ON c.organization_id = ${organizationId} AND c.id = o.client_id
     -- One of each is always there, so that what is not shown is still counted.
     WHERE o.place <= ${MOST}
     ORDER BY o.made_at DESC, o.is_refusal, o.seq DESC`.execute(scoped);
  const count = (refused: boolean) => rows.find(({ isRefusal }) => isRefusal === refused)?.of ?? 0;
  return {
    disclosed: count(false),
    refused: count(true),
    lines: rows
      .filter(({ isRefusal }) => show === undefined || isRefusal === (show === 'refused'))
      .slice(0, MOST)
      .map(({ isRefusal: _, of: __, ...line }) => line),
  };
}
