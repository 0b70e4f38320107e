import type { FhirResource } from 'fhir/r4';
import type { ResourceType } from '../fhir/record-archive.ts';

/** What FHIR R4 lets a type be searched by, as far as it is served; names differ between types. */
export interface SearchParameters {
  patient: boolean;
  date: string | null;
  status: string | null;
}

const NONE: SearchParameters = { patient: false, date: null, status: null };

function ofPatient(date: string | null, status: string | null = 'status'): SearchParameters {
  return { patient: true, date, status };
}

const PARAMETERS: Record<ResourceType, SearchParameters> = {
  Organization: NONE,
  Location: NONE,
  HealthcareService: NONE,
  Practitioner: NONE,
  PractitionerRole: NONE,
  CareTeam: NONE,
  Patient: NONE,
  EpisodeOfCare: ofPatient('date'),
  CarePlan: ofPatient('date'),
  Appointment: ofPatient('date'),
  Encounter: ofPatient('date'),
  Condition: ofPatient('recorded-date', 'clinical-status'),
  Coverage: ofPatient(null),
  ClaimResponse: ofPatient('created'),
  Consent: ofPatient('date'),
  Flag: ofPatient('date', null),
  Goal: ofPatient('start-date', 'lifecycle-status'),
  MedicationRequest: ofPatient('authoredon'),
  Observation: ofPatient('date'),
  QuestionnaireResponse: ofPatient('authored'),
  RelatedPerson: ofPatient(null, null),
  ServiceRequest: ofPatient('authored'),
  Task: ofPatient('authored-on'),
};

export function searchParametersOf(type: ResourceType): SearchParameters {
  return PARAMETERS[type];
}

/** What the status parameter of the resource's type looks at. */
export function searchedStatus(resource: FhirResource): string | undefined {
  switch (resource.resourceType) {
    case 'Goal':
      return resource.lifecycleStatus;
    case 'Condition':
      return resource.clinicalStatus?.coding?.[0].code;
    default:
      return 'status' in resource && typeof resource.status === 'string'
        ? resource.status
        : undefined;
  }
}
