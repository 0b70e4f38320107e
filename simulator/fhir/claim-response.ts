import type { ClaimResponse, CodeableConcept, Extension } from 'fhir/r4';
import { isoDate } from '../model/calendar-day.ts';
import { authorizations, type Authorization } from '../model/care/authorization.ts';
import { denials, type Denial } from '../model/care/denial.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { coverageId } from './coverage.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { utcIso } from './utc-iso.ts';

const CLAIM_TYPE = 'http://terminology.hl7.org/CodeSystem/claim-type';
const ADJUDICATION = 'http://terminology.hl7.org/CodeSystem/adjudication';

const PAS = 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition';
const REVIEW_DECISION = 'https://codesystem.x12.org/005010/306';

const NOT_CERTIFIED: Extension = {
  url: `${PAS}/extension-reviewAction`,
  extension: [
    {
      url: `${PAS}/extension-reviewActionCode`,
      valueCodeableConcept: {
        coding: [{ system: REVIEW_DECISION, code: 'A3', display: 'Not Certified' }],
      },
    },
  ],
};

/** What the payer agreed to before it was done, review by review. */
export function claimResponses(
  clinic: Clinic,
  { episodes }: ClientTimeline,
): Recorded<ClaimResponse>[] {
  return episodes.flatMap((episode) => [
    ...authorizations(clinic, episode).map((granted) => claimResponse(episode, granted)),
    ...denials(clinic, episode).map((denied) => denialResponse(episode, denied)),
  ]);
}

/** The same answer with no days in it: X12's A3, as Da Vinci's prior authorization carries it. */
function denialResponse(
  { placement }: EpisodeTimeline,
  { ordinal, payer, number, decidedAt, units }: Denial,
): Recorded<ClaimResponse> {
  const { client, ordinal: stay } = placement;
  const id = resourceId.clinical('auth', client, `${stay + 1}-denied${ordinal + 1}`);
  return {
    id,
    at: [decidedAt],
    render: () => ({
      resourceType: 'ClaimResponse',
      id,
      ...answer(client, payer, number, decidedAt),
      disposition: 'Not certified: medical necessity for continued stay not shown',
      item: [
        {
          itemSequence: 1,
          adjudication: [
            { category: adjudicated('submitted'), value: units },
            { extension: [NOT_CERTIFIED], category: adjudicated('benefit'), value: 0 },
          ],
        },
      ],
    }),
  };
}

function answer(client: number, payer: string, number: string, decidedAt: number) {
  return {
    status: 'active',
    type: { coding: [{ system: CLAIM_TYPE, code: 'professional' }] },
    use: 'preauthorization',
    patient: toClient(client),
    created: utcIso(decidedAt),
    insurer: { display: payer },
    outcome: 'complete',
    preAuthRef: number,
    insurance: [
      { sequence: 1, focal: true, coverage: { reference: `Coverage/${coverageId(client)}` } },
    ],
  } satisfies Partial<ClaimResponse>;
}

function adjudicated(code: string): CodeableConcept {
  return { coding: [{ system: ADJUDICATION, code }] };
}

function claimResponse(
  { placement }: EpisodeTimeline,
  { ordinal, payer, number, decidedAt, firstDay, lastDay, units }: Authorization,
): Recorded<ClaimResponse> {
  const { client, ordinal: stay } = placement;
  const id = resourceId.clinical('auth', client, `${stay + 1}-${ordinal + 1}`);
  return {
    id,
    at: [decidedAt],
    render: () => ({
      resourceType: 'ClaimResponse',
      id,
      ...answer(client, payer, number, decidedAt),
      preAuthPeriod: {
        start: isoDate(firstDay),
        ...(lastDay !== null && { end: isoDate(lastDay) }),
      },
      item: [
        {
          itemSequence: 1,
          adjudication: [{ category: adjudicated('benefit'), value: units }],
        },
      ],
    }),
  };
}
