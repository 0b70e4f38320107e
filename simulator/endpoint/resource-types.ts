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
  'Condition',
  'Coverage',
  'ClaimResponse',
  'Consent',
  'Flag',
  'Goal',
  'MedicationRequest',
  'Observation',
  'QuestionnaireResponse',
  'RelatedPerson',
  'ServiceRequest',
  'Task',
];

/** What the front desk may write. */
export const WRITABLE_TYPES = [
  'Appointment',
  'CarePlan',
  'Consent',
  'Encounter',
  'EpisodeOfCare',
  'ServiceRequest',
  'Task',
] as const satisfies readonly ResourceType[];
