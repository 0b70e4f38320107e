import type { CarePlan, ClaimResponse, Encounter, FhirResource, MedicationRequest } from 'fhir/r4';
import { measured } from './clinical-record.fixture.ts';
import { booking } from './small-clinic.fixture.ts';

/** The record of Ada, hand-written, so that each flag of a caseload has something to be made of. */
const subject = { reference: 'Patient/ada' };
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

const plan: CarePlan = {
  resourceType: 'CarePlan',
  id: 'plan-ada',
  status: 'active',
  intent: 'plan',
  subject,
  period: { start: '2026-10-05', end: '2026-11-23' },
  activity: [phase('2026-10-05', '2026-11-17', 4), phase('2026-11-18', '2026-11-23', 4)],
};

/** Three hours on each of so many days a week. */
function phase(start: string, end: string, frequency: number) {
  return {
    detail: {
      status: 'in-progress' as const,
      scheduledTiming: {
        repeat: {
          boundsPeriod: { start, end },
          frequency,
          period: 1,
          periodUnit: 'wk' as const,
          duration: 3,
          durationUnit: 'h' as const,
        },
      },
    },
  };
}

const authorization: ClaimResponse = {
  resourceType: 'ClaimResponse',
  id: 'auth-ada',
  status: 'active',
  type: {},
  use: 'preauthorization',
  patient: subject,
  created: '2026-10-06',
  insurer: { display: 'Harbor Health Plan' },
  outcome: 'complete',
  preAuthPeriod: { start: '2026-11-02', end: '2026-12-13' },
  item: [
    {
      itemSequence: 1,
      adjudication: [{ category: { coding: [{ code: 'benefit' }] }, value: 3 }],
    },
  ],
};

export const supply = (
  id: string,
  words: string,
  start: string,
  end: string,
): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: words },
  authoredOn: start,
  dispenseRequest: { validityPeriod: { start, end } },
});

export const condition = (id: string, code: string, onset?: string): FhirResource => ({
  resourceType: 'Condition',
  id,
  subject,
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }], text: code },
  recordedDate: '2026-10-05',
  ...(onset ? { onsetDateTime: onset } : {}),
});

/** Known before the reader left on Tuesday at 5 pm. */
export const knownBefore = (): FhirResource[] => [
  plan,
  authorization,
  supply('rx-ada', 'Buprenorphine 8 mg', '2026-10-25', '2026-11-21'),
  condition('sud-ada', 'F11.20'),
  measured('phq-9-first', 'ada', '44261-6', 9, { effectiveDateTime: '2026-11-02T15:00:00Z' }),
];

/** What came after that. */
export const knownSince = (): FhirResource[] => [
  measured('phq-9-last', 'ada', '44261-6', 15, { effectiveDateTime: '2026-11-17T15:00:00Z' }),
  measured('item-9', 'ada', '44260-8', 1, { effectiveDateTime: '2026-11-17T15:00:00Z' }),
  {
    resourceType: 'Observation',
    id: 'drug-test',
    status: 'final',
    code: loinc('24349-3'),
    subject,
    effectiveDateTime: '2026-11-17T15:00:00Z',
    component: [{ code: loinc('59673-4'), valueString: 'positive' }],
  },
];

/** An individual visit at an hour of UTC. */
export const visit = (
  id: string,
  client: string,
  day: string,
  hour: number,
  by: string,
): FhirResource => ({
  ...booking(id, client, day, 'booked', { by }),
  serviceType: [{ text: 'Office visit' }],
  start: `${day}T${hour}:00:00Z`,
  end: `${day}T${hour}:50:00Z`,
  minutesDuration: 50,
  participant: [`Patient/${client}`, `Practitioner/${by}`, 'Location/harbor'].map((actor) => ({
    actor: { reference: actor },
    status: 'accepted' as const,
  })),
});

/** Ada is here for her visit, by telehealth. */
export const arrived = (appointment: string, at: string): Encounter => ({
  resourceType: 'Encounter',
  id: `${appointment}-here`,
  status: 'arrived',
  class: { code: 'VR' },
  subject,
  appointment: [{ reference: `Appointment/${appointment}` }],
  period: { start: at },
});
