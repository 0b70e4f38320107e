import type { FhirResource } from 'fhir/r4';
import { translateAppointment } from '../fhir/translate/appointment.ts';
import { translateCarePlan } from '../fhir/translate/care-plan.ts';
import { translateCareTeam } from '../fhir/translate/care-team.ts';
import { translateClaimResponse } from '../fhir/translate/claim-response.ts';
import { translateCondition } from '../fhir/translate/condition.ts';
import { translateConsent } from '../fhir/translate/consent.ts';
import { translateCoverage } from '../fhir/translate/coverage.ts';
import { translateEncounter } from '../fhir/translate/encounter.ts';
import { translateEpisodeOfCare } from '../fhir/translate/episode-of-care.ts';
import { translateFlag } from '../fhir/translate/flag.ts';
import { translateGoal } from '../fhir/translate/goal.ts';
import { translateHealthcareService } from '../fhir/translate/healthcare-service.ts';
import { translateLocation } from '../fhir/translate/location.ts';
import { translateMedicationRequest } from '../fhir/translate/medication-request.ts';
import { translateObservation } from '../fhir/translate/observation.ts';
import { translateOrganization } from '../fhir/translate/organization.ts';
import { translatePatient } from '../fhir/translate/patient.ts';
import { translatePractitionerRole } from '../fhir/translate/practitioner-role.ts';
import { translatePractitioner } from '../fhir/translate/practitioner.ts';
import { translateQuestionnaireResponse } from '../fhir/translate/questionnaire-response.ts';
import { translateRelatedPerson } from '../fhir/translate/related-person.ts';
import { translateServiceRequest } from '../fhir/translate/service-request.ts';
import { translateTask } from '../fhir/translate/task.ts';
import type { Translation } from '../fhir/translate/translation.ts';

/** One translator a resource type, in the order in which they are read and written. */
export const TRANSLATORS = {
  Organization: translateOrganization,
  Location: translateLocation,
  HealthcareService: translateHealthcareService,
  Practitioner: translatePractitioner,
  PractitionerRole: translatePractitionerRole,
  CareTeam: translateCareTeam,
  Patient: translatePatient,
  EpisodeOfCare: translateEpisodeOfCare,
  CarePlan: translateCarePlan,
  // Presences before bookings: a booking whose presence is known is settled once, not twice.
  Encounter: translateEncounter,
  Appointment: translateAppointment,
  RelatedPerson: translateRelatedPerson,
  Goal: translateGoal,
  Condition: translateCondition,
  MedicationRequest: translateMedicationRequest,
  Observation: translateObservation,
  QuestionnaireResponse: translateQuestionnaireResponse,
  Coverage: translateCoverage,
  ClaimResponse: translateClaimResponse,
  Consent: translateConsent,
  Flag: translateFlag,
  ServiceRequest: translateServiceRequest,
  Task: translateTask,
};

export type ReadType = keyof typeof TRANSLATORS;
export const READ_TYPES = Object.keys(TRANSLATORS) as ReadType[];

/** The facts each type's translator makes. */
export type FactsOf<T extends ReadType> = Extract<
  ReturnType<(typeof TRANSLATORS)[T]>,
  { use: unknown }
>['use'];

export function translate<T extends ReadType>(
  type: T,
  resource: FhirResource,
): Translation<FactsOf<T>> {
  const translator = TRANSLATORS[type] as unknown as (
    resource: FhirResource,
  ) => Translation<FactsOf<T>>;
  return translator(resource);
}
