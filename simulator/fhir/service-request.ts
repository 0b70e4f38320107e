import type { CodeableConcept, Reference, ServiceRequest } from 'fhir/r4';
import { asking } from '../model/asking.ts';
import { background } from '../model/background/background.ts';
import { isoDate, utcDay } from '../model/calendar-day.ts';
import type { ClientTimeline, EpisodeTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { aftercare, type Aftercare } from '../model/leaving/aftercare.ts';
import { utcIso } from './utc-iso.ts';
import { primaryDiagnosis } from './condition.ts';
import type { Recorded } from './recorded.ts';
import { toClient, toCounselor } from './reference.ts';
import { resourceId } from './resource-id.ts';

const SNOMED = 'http://snomed.info/sct';
const ASSESSMENT_AND_TREATMENT = 'Assessment and treatment of a substance use disorder';

/** TEDS PSOURCE, as a front desk writes it down. */
const SOURCES: Record<number, string> = {
  1: 'Individual',
  2: 'Substance use care provider',
  3: 'Other health care provider',
  4: 'School',
  5: 'Employer or EAP',
  6: 'Other community referral',
  7: 'Court or criminal justice',
};

const SERVICES: Record<Aftercare['service'], string> = {
  outpatient: 'Outpatient therapy',
  'recovery-housing': 'Recovery housing',
  'primary-care': 'Primary care',
  residential: 'Residential treatment',
};

/** Who asked to be seen and who asked them to; and to whom people are referred when they leave. */
export function serviceRequests(
  clinic: Clinic,
  timeline: ClientTimeline,
): Recorded<ServiceRequest>[] {
  const { client, episodes } = timeline;
  const [first] = episodes;
  const { referralSource } = background(clinic.seed, client).admission;
  return [
    ...asking(clinic, first.placement, timeline.requestedAt).map((one) =>
      incoming(
        resourceId.clinical('req', client, `${one.key}-in`),
        { reference: `Patient/${resourceId.person(client, one.key)}` },
        one.referralSource,
        [one.requestedAt + 60_000, one.closedAt],
        'revoked',
      ),
    ),
    ...episodes.flatMap((episode) => [
      ...admissionRequest(episode, referralSource),
      ...referral(clinic, episode),
    ]),
  ];
}

export function incomingRequestId({ placement }: EpisodeTimeline): string {
  return resourceId.clinical('req', placement.client, `${placement.ordinal + 1}-in`);
}

export function referralId({ placement }: EpisodeTimeline): string {
  return resourceId.clinical('req', placement.client, `${placement.ordinal + 1}-out`);
}

function admissionRequest(episode: EpisodeTimeline, source: number): Recorded<ServiceRequest>[] {
  const { intake, placement, admittedAt } = episode;
  if (!intake) return [];
  const at = [intake.requestedAt + 60_000, admittedAt + 5 * 60_000];
  return [
    incoming(incomingRequestId(episode), toClient(placement.client), source, at, 'completed'),
  ];
}

function incoming(
  id: string,
  subject: Reference,
  source: number,
  at: number[],
  atEnd: 'completed' | 'revoked',
): Recorded<ServiceRequest> {
  return {
    id,
    at,
    render: (version) => ({
      resourceType: 'ServiceRequest',
      id,
      status: version === 2 ? atEnd : 'active',
      intent: 'order',
      category: [category('Request for admission')],
      code: { text: ASSESSMENT_AND_TREATMENT },
      subject,
      authoredOn: utcIso(at[0] - 60_000),
      requester: { display: SOURCES[source] },
      performer: [{ reference: `Organization/${resourceId.provider}` }],
    }),
  };
}

function referral(clinic: Clinic, episode: EpisodeTimeline): Recorded<ServiceRequest>[] {
  const planned = aftercare(clinic, episode);
  if (!planned) return [];
  const { client, endDay } = episode.placement;
  const { orderedAt, provider, service, answer, answeredAt, appointment } = planned;
  const id = referralId(episode);
  const requester = toCounselor(episode.placement);
  const settledAt = answer === 'declined' ? answeredAt + 60_000 : (appointment?.knownAt ?? null);
  const done = answer === 'declined' ? 'revoked' : appointment?.kept ? 'completed' : 'active';
  const settles = settledAt !== null && done !== 'active';
  return [
    {
      id,
      at: settles ? [orderedAt, settledAt] : [orderedAt],
      render: (version) => ({
        resourceType: 'ServiceRequest',
        id,
        status: version === 2 ? done : 'active',
        intent: 'order',
        category: [category('Aftercare')],
        code: { text: SERVICES[service] },
        subject: toClient(client),
        occurrenceDateTime: isoDate(Math.max(endDay, utcDay(orderedAt))),
        authoredOn: utcIso(orderedAt),
        ...(requester && { requester }),
        performer: [{ display: provider }],
        reasonReference: [{ reference: `Condition/${primaryDiagnosis(client)}` }],
      }),
    },
  ];
}

function category(text: string): CodeableConcept {
  return {
    coding: [{ system: SNOMED, code: '3457005', display: 'Patient referral' }],
    text,
  };
}
