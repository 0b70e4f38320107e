import type { ServiceRequest } from 'fhir/r4';
import { codesIn, LOINC, SNOMED, wordsOf } from './code.ts';
import { type Party, partyOf } from './party.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface ReferralFacts {
  client: Ref;
  status: string;
  words: string | null;
  requestedOn: string | null;
  /** When the service is to begin. */
  occursOn: string | null;
  requester: Party;
  performer: Party;
}

/** SNOMED CT service categories (FHIR R4, ServiceRequest.category) that are no referral. */
const NO_REFERRAL = [
  '108252007', // laboratory procedure
  '363679005', // imaging
  '387713003', // surgical procedure
];
const ORDERS = ['order', 'original-order', 'directive'];

/** A referral: of somebody to us, or of a client to what comes after. */
export function translateServiceRequest(request: ServiceRequest): Translation<ReferralFacts> {
  if (request.status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (request.status === 'draft') return { setAside: 'Not sent' };
  if (!ORDERS.includes(request.intent) || request.doNotPerform) return { setAside: 'Not an order' };
  // LOINC names what is measured, never who is to treat.
  if (codesIn(request.code, LOINC).length > 0) return { setAside: 'Not a referral' };
  const categories = (request.category ?? []).flatMap((category) => codesIn(category, SNOMED));
  if (categories.some((code) => NO_REFERRAL.includes(code))) return { setAside: 'Not a referral' };
  const client = refOf(request.subject, 'Patient');
  if (!client) return heldBack('Names no client', 'the referral is not followed');
  return {
    use: {
      client,
      status: request.status,
      words: wordsOf(request.code) ?? (request.category ?? []).map(wordsOf).find(Boolean) ?? null,
      requestedOn: wholeDay(request.authoredOn),
      occursOn: wholeDay(request.occurrenceDateTime ?? request.occurrencePeriod?.start),
      requester: partyOf(request.requester),
      performer: partyOf(request.performer?.[0]),
    },
  };
}
