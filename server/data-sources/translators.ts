import type { FhirResource } from 'fhir/r4';
import { translateAppointment } from '../fhir/translate/appointment.ts';
import { translateCarePlan } from '../fhir/translate/care-plan.ts';
import { translateCareTeam } from '../fhir/translate/care-team.ts';
import { translateEncounter } from '../fhir/translate/encounter.ts';
import { translateEpisodeOfCare } from '../fhir/translate/episode-of-care.ts';
import { translateHealthcareService } from '../fhir/translate/healthcare-service.ts';
import { translateLocation } from '../fhir/translate/location.ts';
import { translateOrganization } from '../fhir/translate/organization.ts';
import { translatePatient } from '../fhir/translate/patient.ts';
import { translatePractitioner } from '../fhir/translate/practitioner.ts';
import { translatePractitionerRole } from '../fhir/translate/practitioner-role.ts';
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
