import type { FhirResource } from 'fhir/r4';
import type { Clinic } from '../model/clinic.ts';
import { careTeams } from './care-team.ts';
import { healthcareServices } from './healthcare-service.ts';
import { locations } from './location.ts';
import { organizations } from './organization.ts';
import { practitioners } from './practitioner.ts';
import { practitionerRoles } from './practitioner-role.ts';
import type { Recorded } from './recorded.ts';

export type ClinicResourceType =
  | 'Organization'
  | 'Location'
  | 'HealthcareService'
  | 'Practitioner'
  | 'PractitionerRole'
  | 'CareTeam';

/** What belongs to the clinic itself rather than to a client. */
export function clinicRecords(
  clinic: Clinic,
): Record<ClinicResourceType, Recorded<FhirResource>[]> {
  return {
    Organization: organizations(),
    Location: locations(),
    HealthcareService: healthcareServices(clinic),
    Practitioner: practitioners(clinic),
    PractitionerRole: practitionerRoles(clinic),
    CareTeam: careTeams(clinic),
  };
}
