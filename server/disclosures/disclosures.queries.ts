import { sql } from 'kysely';
import type {
  ClientDisclosures,
  Disclosure,
  NewDisclosure,
} from '#domain/disclosures/disclosure.contract';
import { UTILIZATION_REVIEW_PARTS } from '#domain/disclosures/disclosed-parts';
import { paymentConsent, type RecordedConsent } from '#domain/disclosures/payment-consent';
import { payerOn } from '#domain/payer/payer-on';
import { findStays, type ShownEpisode } from '../client-progress/shown-episode.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findCoverages } from '../payer/payers.queries.ts';
import { rulesOf } from '../settings/rules.ts';

/** Paying for treatment asks for it: 45 CFR 164.501, utilization review. */
const PURPOSE = 'utilization review, for payment';

type Authority = ClientDisclosures['utilizationReview'];

/** What left about a client so far, and whether its payer may be told; `null` where the record is out of reach. */
export async function findDisclosures(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  asOf: Date,
): Promise<Pick<ClientDisclosures, 'disclosures' | 'utilizationReview'> | null> {
  const { organizationId } = reader;
  if (!(await isInReach(scoped, reader, clientId))) return null;
  const { rows } = await sql<Disclosure>`
    SELECT id, kind, recipient, address, purpose, what, consent_id AS "consentId", made_by AS by, made_at AS at
      FROM disclosure
     WHERE organization_id = ${organizationId} AND client_id = ${clientId} AND made_at <= ${asOf.toISOString()}::timestamptz
     ORDER BY seq DESC LIMIT 100`.execute(scoped);
  return {
    disclosures: rows,
    utilizationReview: await authorityOf(scoped, organizationId, clientId, asOf),
  };
}

/** By the particulars: a roster shows names of clients whose record is out of reach. */
async function isInReach(
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

async function authorityOf(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  asOf: Date,
): Promise<Authority> {
  const rules = await rulesOf(scoped, organizationId);
  const [stay] = await findStays(scoped, organizationId, clientId, asOf);
  const today = stay?.today ?? asOf.toISOString().slice(0, 10);
  // Who pays matters here whether or not payers differ in their rules.
  const coverages = await findCoverages(scoped, organizationId, [clientId], {
    differByPayer: true,
  });
  const payer = payerOn(coverages.get(clientId) ?? [], today)?.trim() ?? null;
  const consents = await findConsents(scoped, organizationId, clientId);
  const { consent, refusal } = paymentConsent(consents, payer, today);
  return {
    payer,
    dayMinutes: dayMinutesOf(stay),
    consent: consent && {
      recordId: consent.recordId,
      startsOn: consent.startsOn,
      endsOn: consent.endsOn,
      purposes: [...consent.purposes],
    },
    refusal,
  };

  function dayMinutesOf(stay: ShownEpisode | undefined): number {
    return rules.on(today, stay?.programId ?? null, payer).payerDayMinutes;
  }
}

/** Every consent to share, whatever became of it: one that no longer holds tells why. */
async function findConsents(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
): Promise<RecordedConsent[]> {
  const { rows } = await sql<RecordedConsent>`
    SELECT c.record_id AS "recordId", c.status, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.purposes,
           coalesce((SELECT json_agg(json_build_object('name', coalesce(r.name, u.name), 'permitted', r.permitted) ORDER BY r.number)
              FROM consent_recipient r
              LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.party_id
             WHERE r.organization_id = ${organizationId} AND r.consent_id = c.record_id), '[]') AS recipients
      FROM consent c
     WHERE c.organization_id = ${organizationId} AND c.client_id = ${clientId}
     ORDER BY c.starts_on DESC NULLS LAST, c.record_id`.execute(scoped);
  return rows;
}

export type Written = 'written' | 'not-in-reach' | { refusal: string };

/** Writes a disclosure, once however often it is sent; refused where no consent covers it at this moment. */
export async function writeDisclosure(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  { id, kind, recipient, address, what }: NewDisclosure,
  now: Date,
): Promise<Written> {
  const { organizationId, staffId, name } = reader;
  if (!(await isInReach(scoped, reader, clientId))) return 'not-in-reach';
  const { consent, refusal } = await authorityOf(scoped, organizationId, clientId, now);
  if (consent === null) return { refusal: refusal ?? '' };
  const parts = UTILIZATION_REVIEW_PARTS.filter((part) => what.includes(part));
  await sql`
    INSERT INTO disclosure (organization_id, id, client_id, kind, recipient, address, purpose, what, consent_id, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${id}, ${clientId}, ${kind}, ${recipient.trim()}, ${address.trim()}, ${PURPOSE},
            ${parts}::text[], ${consent.recordId}, ${name}, ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return 'written';
}
