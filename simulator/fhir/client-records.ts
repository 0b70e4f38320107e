import type { FhirResource } from 'fhir/r4';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { appointments } from './appointment.ts';
import { carePlans } from './care-plan.ts';
import { encounters } from './encounter.ts';
import { episodesOfCare } from './episode-of-care.ts';
import { patients } from './patient.ts';
import { claimResponses } from './claim-response.ts';
import { conditions } from './condition.ts';
import { consents } from './consent.ts';
import { coverages } from './coverage.ts';
import { flags } from './flag.ts';
import { goalRecords } from './goal.ts';
import { medicationRequests } from './medication-request.ts';
import { observations } from './observation.ts';
import { questionnaireResponses } from './questionnaire-response.ts';
import { relatedPersons } from './related-person.ts';
import { serviceRequests } from './service-request.ts';
import { tasks } from './task.ts';
import type { GroupCompany } from './group-company.ts';
import type { Recorded } from './recorded.ts';

export type ClientResourceType =
  | 'Patient'
  | 'EpisodeOfCare'
  | 'CarePlan'
  | 'Appointment'
  | 'Encounter'
  | 'Condition'
  | 'Coverage'
  | 'ClaimResponse'
  | 'Consent'
  | 'Flag'
  | 'Goal'
  | 'MedicationRequest'
  | 'Observation'
  | 'QuestionnaireResponse'
  | 'RelatedPerson'
  | 'ServiceRequest'
  | 'Task';

/** Of each type, the records of one client in an order that never changes. */
export const CLIENT_RECORDS: Record<
  ClientResourceType,
  (clinic: Clinic, timeline: ClientTimeline, company: GroupCompany) => Recorded<FhirResource>[]
> = {
  Patient: patients,
  EpisodeOfCare: episodesOfCare,
  CarePlan: carePlans,
  Appointment: appointments,
  Encounter: encounters,
  Condition: conditions,
  Coverage: coverages,
  ClaimResponse: claimResponses,
  Consent: consents,
  Flag: flags,
  Goal: goalRecords,
  MedicationRequest: medicationRequests,
  Observation: observations,
  QuestionnaireResponse: questionnaireResponses,
  RelatedPerson: relatedPersons,
  ServiceRequest: serviceRequests,
  Task: tasks,
};
