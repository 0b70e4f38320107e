import { sql } from 'kysely';
import type {
  ClientDisclosures,
  Disclosure,
  NewDisclosure,
  RefusedDisclosure,
} from '#domain/disclosures/disclosure.contract';
import { isOnSheet } from '#domain/disclosures/plan-on-sheet';
import { findPlan } from '../aftercare/find-plan.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { isInReach } from '../outreach/contacts.queries.ts';
import { authorize, payerAuthority } from './authority.ts';
import { momentOf } from './client-moment.ts';
import { findConsents } from './consents.queries.ts';
import { courtReports, findCourtDuties } from './court-reports.queries.ts';
import { findHandOff } from './hand-off.queries.ts';

/** So far back a client may ask who was told (42 CFR 2.25). */
const YEARS_ACCOUNTED = 3;

/** What left about a client so far, what was refused, and who may be told now; `null` where the record is out of reach. */
export async function findDisclosures(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  asOf: Date,
): Promise<Omit<ClientDisclosures, 'asOf'> | null> {
  const { organizationId } = reader;
  if (!(await isInReach(scoped, reader, clientId))) return null;
  const moment = await momentOf(scoped, organizationId, clientId, asOf);
  const consents = await findConsents(scoped, organizationId, clientId, moment.timeZone);
  const accounted = sql`organization_id = ${organizationId} AND client_id = ${clientId}
     AND made_at <= ${asOf.toISOString()}::timestamptz
     AND made_at > ${asOf.toISOString()}::timestamptz - make_interval(years => ${YEARS_ACCOUNTED})`;
  const { rows: disclosures } = await sql<Disclosure>`
    SELECT id, kind, recipient, address, purpose, what, from_day AS "fromDay", to_day AS "toDay",
           consent_id AS "consentId", made_by AS by, made_at AS at
      FROM disclosure WHERE ${accounted} ORDER BY seq DESC`.execute(scoped);
  const { rows: refusals } = await sql<RefusedDisclosure>`
    SELECT id, kind, recipient, words, made_by AS by, made_at AS at
      FROM disclosure_refusal WHERE ${accounted} ORDER BY seq DESC`.execute(scoped);
  const plan = await findPlan(scoped, reader, clientId, asOf);
  return {
    disclosures,
    refusals,
    utilizationReview: await payerAuthority(scoped, organizationId, moment, consents),
    handOff: {
      ...(await findHandOff(scoped, reader, moment, consents)),
      plan: (plan?.contents ?? []).filter(isOnSheet),
    },
    courtReports: courtReports(
      await findCourtDuties(scoped, organizationId, moment),
      consents,
      moment,
    ),
  };
}

export type Written = 'written' | 'not-in-reach' | { refusal: string };

/**
 * Writes a disclosure, once however often it is sent; refused where no consent covers it at this moment,
 * which is written down as well.
 */
export async function writeDisclosure(
  scoped: Scoped,
  reader: Reader,
  clientId: string,
  asked: NewDisclosure,
  now: Date,
): Promise<Written> {
  const { organizationId, staffId, name } = reader;
  if (!(await isInReach(scoped, reader, clientId))) return 'not-in-reach';
  if (await isWritten(scoped, organizationId, clientId, asked.id)) return 'written';
  const moment = await momentOf(scoped, organizationId, clientId, now);
  const consents = await findConsents(scoped, organizationId, clientId, moment.timeZone);
  const found = await authorize(scoped, organizationId, moment, consents, asked);
  if (found.is === 'unknown') return 'not-in-reach';
  if (found.is === 'refused') {
    await sql`
      INSERT INTO disclosure_refusal (organization_id, id, client_id, kind, recipient, reason, words, made_by, made_by_staff, made_at)
      VALUES (${organizationId}, ${asked.id}, ${clientId}, ${asked.kind}, ${found.recipient}, ${found.reason},
              ${found.words}, ${name}, ${staffId}::uuid, ${now.toISOString()})
      ON CONFLICT DO NOTHING`.execute(scoped);
    return { refusal: found.words };
  }
  const { recipient, purpose, parts, consentId, report } = found;
  await sql`
    INSERT INTO disclosure (organization_id, id, client_id, kind, recipient, address, purpose, what, consent_id,
                            duty_id, answers_due, from_day, to_day, made_by, made_by_staff, made_at)
    VALUES (${organizationId}, ${asked.id}, ${clientId}, ${asked.kind}, ${recipient}, ${asked.address.trim()}, ${purpose},
            ${[...parts]}::text[], ${consentId}, ${asked.kind === 'court-report' ? asked.dutyId : null}::uuid,
            ${report?.answersDue ?? null}::date, ${report?.from ?? null}::date, ${report?.to ?? null}::date,
            ${name}, ${staffId}::uuid, ${now.toISOString()})
    ON CONFLICT (organization_id, id) DO NOTHING`.execute(scoped);
  return 'written';
}

/** What was sent before: a second time it answers no other day of a court's. */
async function isWritten(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM disclosure WHERE organization_id = ${organizationId} AND client_id = ${clientId} AND id = ${id}`.execute(
    scoped,
  );
  return rows.length > 0;
}
