import { sql } from 'kysely';
import type {
  ClientDisclosures,
  PlannedStep,
  Recipient,
} from '#domain/disclosures/disclosure.contract';
import { namingConsent } from '#domain/disclosures/naming-consent';
import { payerKey } from '#domain/payer/payer-key';
import { ofClient, standsAt } from '../client-progress/entries/client-entries.queries.ts';
import type { Scoped } from '../database/database.ts';
import type { Reader } from '../database/reader.ts';
import { findContactRules } from '../outreach/contact-rules.queries.ts';
import { asShown, type FoundConsent } from './consents.queries.ts';
import type { ClientMoment } from './client-moment.ts';

type Named = Pick<Recipient, 'name' | 'address' | 'isDestination'>;

/** To whom a client may be handed off, and what staff know of the way there. */
export async function findHandOff(
  scoped: Scoped,
  reader: Reader,
  moment: ClientMoment,
  consents: readonly FoundConsent[],
): Promise<Omit<ClientDisclosures['handOff'], 'plan'>> {
  const { organizationId } = reader;
  const { clientId, asOf, today, stay } = moment;
  const steps = stay ? await findSteps(scoped, organizationId, clientId, stay.id, asOf) : [];
  const destinations = [
    ...(await findReferredTo(scoped, organizationId, moment)),
    ...steps.flatMap(({ destination }) =>
      destination ? [{ name: destination, address: null, isDestination: true }] : [],
    ),
  ];
  const [contactRules = null] = await findContactRules(scoped, reader, clientId, asOf);
  return {
    ...(await findPerson(scoped, organizationId, clientId)),
    recipients: onceEach([...destinations, ...namedForTreatment(consents)]).map((one) => {
      const { consent, refusal } = namingConsent(consents, one.name, 'treatment', today);
      return { ...one, consent: consent && asShown(consent), refusal };
    }),
    contactRules,
    steps,
    episodeId: stay?.id ?? null,
  };
}

/** Whom a consent names that is for treatment and for nothing else: one for operations too names the program itself. */
const namedForTreatment = (consents: readonly FoundConsent[]): Named[] =>
  consents
    .filter(
      ({ purposes, criminalJustice }) =>
        !criminalJustice && purposes.includes('TREAT') && !purposes.includes('HOPERAT'),
    )
    .flatMap(({ recipients }) => recipients)
    .flatMap(({ name, address, permitted, isSupport }) =>
      permitted && !isSupport && name !== null ? [{ name, address, isDestination: false }] : [],
    );

/** One a name: where the client goes first, with the address that any of its records has. */
function onceEach(all: readonly Named[]): Named[] {
  const byName = Map.groupBy(all, ({ name }) => payerKey(name));
  return [...byName.values()].flatMap(([first, ...rest]) =>
    first
      ? [{ ...first, address: [first, ...rest].find(({ address }) => address)?.address ?? null }]
      : [],
  );
}

async function findPerson(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
): Promise<Pick<ClientDisclosures['handOff'], 'birthDate' | 'phones'>> {
  const { rows } = await sql<Pick<ClientDisclosures['handOff'], 'birthDate' | 'phones'>>`
    SELECT birth_date AS "birthDate", phones FROM client_particulars
     WHERE organization_id = ${organizationId} AND client_id = ${clientId}`.execute(scoped);
  return rows[0] ?? { birthDate: null, phones: [] };
}

async function findReferredTo(
  scoped: Scoped,
  organizationId: string,
  { clientId, stay, today }: ClientMoment,
): Promise<Named[]> {
  if (!stay) return [];
  const { rows } = await sql<Named>`
    SELECT coalesce(u.name, t.owner_name, r.performer_name) AS name, u.address, true AS "isDestination"
      FROM referral r
      LEFT JOIN unit u ON u.organization_id = r.organization_id AND u.id = r.performer_id
      LEFT JOIN LATERAL (SELECT t.step, t.owner_name FROM referral_task t
         WHERE t.organization_id = r.organization_id AND t.referral_id = r.record_id
         ORDER BY t.starts_on DESC NULLS LAST, t.record_id LIMIT 1) t ON true
     WHERE r.organization_id = ${organizationId} AND r.client_id = ${clientId}
       AND r.status NOT IN ('revoked', 'entered-in-error', 'draft') AND t.step IS DISTINCT FROM 'declined'
       AND r.requested_on BETWEEN ${stay.admittedOn}::date AND coalesce(${stay.endedOn}::date, ${today}::date)
       AND coalesce(u.name, t.owner_name, r.performer_name) IS NOT NULL
       -- Made in care, so to what comes after; another request for help begins another way.
       AND NOT EXISTS (SELECT FROM episode e WHERE e.organization_id = r.organization_id
                          AND e.client_id = r.client_id AND e.referral_id = r.record_id)
     ORDER BY r.requested_on DESC, r.record_id`.execute(scoped);
  return rows;
}

async function findSteps(
  scoped: Scoped,
  organizationId: string,
  clientId: string,
  episodeId: string,
  asOf: Date,
): Promise<PlannedStep[]> {
  const { rows } = await sql<PlannedStep>`
    SELECT DISTINCT ON (entry.says ->> 'milestone')
           entry.id AS "entryId", entry.says ->> 'milestone' AS milestone, entry.says ->> 'status' AS status,
           entry.says ->> 'on' AS "on", entry.says ->> 'destination' AS destination, entry.says ->> 'toldBy' AS "toldBy"
      FROM client_entry entry
     WHERE ${ofClient(organizationId, clientId)} AND ${standsAt(asOf)} AND entry.kind = 'aftercare-milestone'
       AND entry.episode_id = ${episodeId}::uuid
     ORDER BY entry.says ->> 'milestone', entry.seq DESC`.execute(scoped);
  return rows;
}
