import type { Organization } from 'fhir/r4';
import { addressIn } from './telecom.ts';
import type { Translation } from './translation.ts';

export interface UnitFacts {
  name: string;
  address: string | null;
}

/** An organization, or the unit of one that runs a program. */
export const translateOrganization = (organization: Organization): Translation<UnitFacts> => ({
  use: { name: organization.name ?? 'Unnamed unit', address: addressIn(organization.address) },
});
