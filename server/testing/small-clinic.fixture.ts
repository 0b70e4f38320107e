import type { Appointment, Encounter, FhirResource } from 'fhir/r4';

/**
 * A clinic small enough to know by heart. Ada and Bo are Ruth's clients, Cy is Sam's; Ruth leads
 * Group A, where Cy comes too. Ruth works in Vera's team, Sam in Walt's. Di has no counselor.
 */
const system = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const reference = (name: string) => ({ reference: name });
const code = (value: string) => ({ coding: [{ system, code: value }] });
const person = (
  resourceType: 'Patient' | 'Practitioner',
  id: string,
  family: string,
): FhirResource => ({ resourceType, id, name: [{ family, given: ['Test'] }] });

const team = (id: string, supervisor: string, counselor: string): FhirResource => ({
  resourceType: 'CareTeam',
  id,
  name: `Team ${id}`,
  participant: [
    { role: [{ text: 'Clinical supervisor' }], member: reference(`Practitioner/${supervisor}`) },
    { role: [{ text: 'Counselor' }], member: reference(`Practitioner/${counselor}`) },
  ],
});

export const episode = (
  client: string,
  counselor: string | null,
  teamId: string,
): FhirResource => ({
  resourceType: 'EpisodeOfCare',
  id: `episode-${client}`,
  status: 'active',
  type: [{ coding: [{ system: 'https://www.asam.org/asam-criteria', version: '4', code: '2.1' }] }],
  patient: reference(`Patient/${client}`),
  managingOrganization: reference('Organization/unit'),
  period: { start: '2026-10-05' },
  ...(counselor ? { careManager: reference(`Practitioner/${counselor}`) } : {}),
  team: [reference(`CareTeam/${teamId}`)],
});

/** A group session from 9 am to noon, New York time in November, led by Ruth unless said otherwise. */
export const booking = (
  id: string,
  client: string,
  day: string,
  status: Appointment['status'],
  more: Partial<Appointment> & { by?: string } = {},
): Appointment => {
  const { by = 'ruth', ...rest } = more;
  return {
    resourceType: 'Appointment',
    id,
    status,
    serviceType: [code('H0005')],
    start: `${day}T14:00:00Z`,
    end: `${day}T17:00:00Z`,
    minutesDuration: 180,
    participant: [
      `Patient/${client}`,
      `Practitioner/${by}`,
      'Location/harbor',
      'HealthcareService/group-a',
    ].map((actor) => ({ actor: reference(actor), status: 'accepted' as const })),
    ...rest,
  };
};

/** The presence of a client from 9 am on, New York time, for so many minutes. */
export const presence = (
  id: string,
  client: string,
  day: string,
  minutes: number,
  more: Partial<Encounter> = {},
): Encounter => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { code: 'AMB' },
  serviceType: code('H0005'),
  subject: reference(`Patient/${client}`),
  participant: [{ individual: reference('Practitioner/ruth') }],
  location: [{ location: reference('Location/harbor') }],
  period: {
    start: `${day}T14:00:00Z`,
    end: new Date(Date.parse(`${day}T14:00:00Z`) + minutes * 60_000).toISOString(),
  },
  ...more,
});

/** It is Wednesday 18 November 2026, 8:02 am in New York. */
export const MORNING = '2026-11-18T13:02:00Z';

export const smallClinic = (): FhirResource[] => [
  { resourceType: 'Organization', id: 'unit', name: 'Harbor Day IOP' },
  {
    resourceType: 'Location',
    id: 'harbor',
    name: 'Harbor Street',
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/timezone', valueCode: 'America/New_York' },
    ],
  },
  {
    resourceType: 'HealthcareService',
    id: 'program',
    name: 'Harbor Day IOP',
    providedBy: reference('Organization/unit'),
    location: [reference('Location/harbor')],
    availableTime: [{ availableStartTime: '09:00:00' }],
  },
  {
    resourceType: 'HealthcareService',
    id: 'group-a',
    name: 'Group A',
    type: [code('H0005')],
    providedBy: reference('Organization/unit'),
    location: [reference('Location/harbor')],
  },
  person('Practitioner', 'ruth', 'Ruth'),
  person('Practitioner', 'sam', 'Sam'),
  person('Practitioner', 'vera', 'Vera'),
  person('Practitioner', 'walt', 'Walt'),
  team('one', 'vera', 'ruth'),
  team('two', 'walt', 'sam'),
  person('Patient', 'ada', 'Ada'),
  person('Patient', 'bo', 'Bo'),
  person('Patient', 'cy', 'Cy'),
  person('Patient', 'di', 'Di'),
  episode('ada', 'ruth', 'one'),
  episode('bo', 'ruth', 'one'),
  episode('cy', 'sam', 'two'),
  episode('di', null, 'one'),
  booking('ada-mon', 'ada', '2026-11-16', 'fulfilled'),
  presence('ada-mon-there', 'ada', '2026-11-16', 175, {
    appointment: [reference('Appointment/ada-mon')],
  }),
  booking('ada-tue', 'ada', '2026-11-17', 'noshow'),
  booking('bo-tue', 'bo', '2026-11-17', 'booked'),
  booking('cy-tue', 'cy', '2026-11-17', 'noshow'),
  booking('ada-wed', 'ada', '2026-11-18', 'booked'),
  booking('cy-wed', 'cy', '2026-11-18', 'booked'),
  booking('di-mon', 'di', '2026-11-16', 'noshow', { by: 'sam' }),
];
