import type { Organization } from 'fhir/r4';
import type { Translation } from './translation.ts';

export interface UnitFacts {
  name: string;
}

/** An organization, or the unit of one that runs a program. */
export const translateOrganization = (organization: Organization): Translation<UnitFacts> => ({
  use: { name: organization.name ?? 'Unnamed unit' },
});
