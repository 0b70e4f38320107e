import type { ClaimResponse } from 'fhir/r4';
import { isoDate } from '../model/calendar-day.ts';
import { authorizations, type Authorization } from '../model/care/authorization.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { coverageId } from './coverage.ts';
import type { Recorded } from './recorded.ts';
import { toClient } from './reference.ts';
import { resourceId } from './resource-id.ts';
import { utcIso } from './utc-iso.ts';

const CLAIM_TYPE = 'http://terminology.hl7.org/CodeSystem/claim-type';
const ADJUDICATION = 'http://terminology.hl7.org/CodeSystem/adjudication';

/** What the payer agreed to before it was done, review by review. */
export function claimResponses(
  clinic: Clinic,
  { episodes }: ClientTimeline,
): Recorded<ClaimResponse>[] {
  return episodes.flatMap((episode) =>
    authorizations(clinic, episode).map((granted) => claimResponse(episode, granted)),
  );
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
      status: 'active',
      type: { coding: [{ system: CLAIM_TYPE, code: 'professional' }] },
      use: 'preauthorization',
      patient: toClient(client),
      created: utcIso(decidedAt),
      insurer: { display: payer },
      outcome: 'complete',
      preAuthRef: number,
      preAuthPeriod: {
        start: isoDate(firstDay),
        ...(lastDay !== null && { end: isoDate(lastDay) }),
      },
      item: [
        {
          itemSequence: 1,
          adjudication: [
            { category: { coding: [{ system: ADJUDICATION, code: 'benefit' }] }, value: units },
          ],
        },
      ],
      insurance: [
        { sequence: 1, focal: true, coverage: { reference: `Coverage/${coverageId(client)}` } },
      ],
    }),
  };
}
