import type { FhirResource, Observation, Patient } from 'fhir/r4';

/** The wider record of a client of the small clinic: something of every kind, hand-written R4. */
const reference = (name: string) => ({ reference: name });
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

/** A total, or an answer, of an instrument on a morning. */
export const measured = (
  id: string,
  client: string,
  code: string,
  valueInteger: number,
  more: Partial<Observation> = {},
): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  code: loinc(code),
  subject: reference(`Patient/${client}`),
  effectiveDateTime: '2026-11-16T14:30:00Z',
  valueInteger,
  ...more,
});

/** A record that turned out to be of somebody who has another one. */
export const merged = (client: string, into: string): Patient => ({
  resourceType: 'Patient',
  id: client,
  active: false,
  name: [{ family: client[0]?.toUpperCase() + client.slice(1), given: ['Test'] }],
  link: [{ type: 'replaced-by', other: reference(`Patient/${into}`) }],
});

export const clinicalRecord = (client: string): FhirResource[] => {
  const subject = reference(`Patient/${client}`);
  const id = (what: string) => `${client}-${what}`;
  const [status, intent] = ['active', 'order'] as const;
  return [
    {
      resourceType: 'Condition',
      id: id('diagnosis'),
      subject,
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'F11.20' }] },
    },
    measured(id('phq-9'), client, '44261-6', 16),
    {
      resourceType: 'Observation',
      id: id('drug-test'),
      status: 'final',
      code: loinc('24349-3'),
      subject,
      effectiveDateTime: '2026-11-16T15:00:00Z',
      component: [{ code: loinc('59673-4'), valueString: 'negative' }],
    },
    {
      resourceType: 'QuestionnaireResponse',
      id: id('admission'),
      status: 'completed',
      questionnaire: 'https://clinic.example/Questionnaire/admission',
      subject,
      authored: '2026-10-05',
      item: [{ linkId: 'REFERRAL_SOURCE', answer: [{ valueCoding: { code: '7' } }] }],
    },
    {
      resourceType: 'QuestionnaireResponse',
      id: id('discharge'),
      status: 'completed',
      questionnaire: 'https://clinic.example/Questionnaire/discharge',
      subject,
      authored: '2026-11-16',
      item: [{ linkId: 'END_OF_TREATMENT_REASON', answer: [{ valueInteger: 2 }] }],
    },
    {
      resourceType: 'Goal',
      id: id('goal'),
      lifecycleStatus: status,
      description: { text: 'Keep my apartment' },
      subject,
    },
    {
      resourceType: 'MedicationRequest',
      id: id('medication'),
      status,
      intent,
      subject,
      medicationCodeableConcept: { text: 'Buprenorphine 8 mg' },
      authoredOn: '2026-11-02',
    },
    {
      resourceType: 'Coverage',
      id: id('coverage'),
      status,
      beneficiary: subject,
      payor: [{ display: 'Harbor Health Plan' }],
    },
    {
      resourceType: 'ClaimResponse',
      id: id('authorization'),
      status,
      type: {},
      use: 'preauthorization',
      patient: subject,
      created: '2026-10-06',
      insurer: { display: 'Harbor Health Plan' },
      outcome: 'complete',
      insurance: [{ sequence: 1, focal: true, coverage: reference(`Coverage/${id('coverage')}`) }],
    },
    {
      resourceType: 'RelatedPerson',
      id: id('mother'),
      patient: subject,
      name: [{ family: 'Rivera' }],
    },
    {
      resourceType: 'Consent',
      id: id('consent'),
      status,
      scope: { coding: [{ code: 'patient-privacy' }] },
      category: [],
      patient: subject,
      provision: { actor: [{ role: {}, reference: reference(`RelatedPerson/${id('mother')}`) }] },
    },
    { resourceType: 'Flag', id: id('flag'), status, code: { text: 'Call first' }, subject },
    { resourceType: 'ServiceRequest', id: id('referral'), status, intent, subject },
    {
      resourceType: 'Task',
      id: id('task'),
      status: 'in-progress',
      intent,
      focus: reference(`ServiceRequest/${id('referral')}`),
      for: subject,
    },
    {
      resourceType: 'Appointment',
      id: id('first-appointment'),
      status: 'booked',
      basedOn: [reference(`ServiceRequest/${id('referral')}`)],
      start: '2026-11-17T14:00:00Z',
      end: '2026-11-17T15:00:00Z',
      participant: [
        { actor: subject, status: 'accepted' },
        { actor: { display: 'Riverside Outpatient' }, status: 'accepted' },
      ],
    },
  ];
};
