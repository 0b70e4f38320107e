import type { ClaimResponse } from 'fhir/r4';
import { plainCodes } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface AuthorizationFacts {
  client: Ref;
  coverage: Ref | null;
  /** The payer's number for it. */
  reference: string | null;
  /** Approved; `null` where the payer names none. */
  units: number | null;
  startsOn: string | null;
  /** `null`: the end is unknown, which is not expired. */
  endsOn: string | null;
  /** HL7 remittance-outcome: queued, complete, error, partial. */
  outcome: string;
  decidedOn: string | null;
}

/** A payer's answer to a request for authorization. Answers to claims are not read. */
export function translateClaimResponse(response: ClaimResponse): Translation<AuthorizationFacts> {
  if (response.status === 'entered-in-error') return ENTERED_IN_ERROR;
  if (response.use !== 'preauthorization') return { setAside: 'Not an authorization' };
  if (response.status === 'draft' || response.status === 'cancelled')
    return { setAside: 'Not in force' };
  if (isDenied(response)) return { setAside: 'The payer did not certify it' };
  const client = refOf(response.patient, 'Patient');
  if (!client) return heldBack('Names no client', 'the authorization is not watched');
  const coverages = (response.insurance ?? []).flatMap(
    ({ coverage }) => refOf(coverage, 'Coverage') ?? [],
  );
  return {
    use: {
      client,
      coverage: coverages[0] ?? null,
      reference: response.preAuthRef ?? null,
      units: unitsOf(response),
      startsOn: wholeDay(response.preAuthPeriod?.start),
      endsOn: wholeDay(response.preAuthPeriod?.end),
      outcome: response.outcome,
      decidedOn: wholeDay(response.created),
    },
  };
}

/**
 * X12 code list 306, decision of a review: A3 is 'Not Certified'. Da Vinci's prior authorization
 * carries it on an adjudication, in an extension within an extension.
 */
const NOT_CERTIFIED = 'A3';

const isDenied = ({ item, addItem }: ClaimResponse): boolean =>
  [...(item ?? []), ...(addItem ?? [])]
    .flatMap(({ adjudication }) => adjudication ?? [])
    .flatMap(({ extension }) => extension ?? [])
    .flatMap(({ extension }) => extension ?? [])
    .some(
      ({ url, valueCodeableConcept }) =>
        url.endsWith('reviewActionCode') &&
        plainCodes([valueCodeableConcept]).includes(NOT_CERTIFIED),
    );

/** The benefits' values, which are units; their amounts are money. */
function unitsOf({ item, addItem }: ClaimResponse): number | null {
  const values = [...(item ?? []), ...(addItem ?? [])]
    .flatMap(({ adjudication }) => adjudication ?? [])
    .filter(({ category }) => plainCodes([category]).includes('benefit'))
    .flatMap(({ value }) => value ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
