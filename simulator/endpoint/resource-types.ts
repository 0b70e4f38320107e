import type { ResourceType } from '../fhir/record-archive.ts';

export const RESOURCE_TYPES: readonly ResourceType[] = [
  'Organization',
  'Location',
  'HealthcareService',
  'Practitioner',
  'PractitionerRole',
  'CareTeam',
  'Patient',
  'EpisodeOfCare',
  'CarePlan',
  'Appointment',
  'Encounter',
];

/** What the front desk may write. */
export const WRITABLE_TYPES: readonly ResourceType[] = ['Appointment', 'Encounter'];
