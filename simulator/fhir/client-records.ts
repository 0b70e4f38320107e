import type { FhirResource } from 'fhir/r4';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { appointments } from './appointment.ts';
import { carePlans } from './care-plan.ts';
import { encounters } from './encounter.ts';
import { episodesOfCare } from './episode-of-care.ts';
import { patients } from './patient.ts';
import type { Recorded } from './recorded.ts';

export type ClientResourceType =
  'Patient' | 'EpisodeOfCare' | 'CarePlan' | 'Appointment' | 'Encounter';

/** Of each type, the records of one client in an order that never changes. */
export const CLIENT_RECORDS: Record<
  ClientResourceType,
  (clinic: Clinic, timeline: ClientTimeline) => Recorded<FhirResource>[]
> = {
  Patient: patients,
  EpisodeOfCare: episodesOfCare,
  CarePlan: carePlans,
  Appointment: appointments,
  Encounter: encounters,
};
