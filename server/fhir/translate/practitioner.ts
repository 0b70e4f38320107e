import type { Practitioner } from 'fhir/r4';
import { personName, type PersonName } from './person-name.ts';
import type { Translation } from './translation.ts';

export const translatePractitioner = (practitioner: Practitioner): Translation<PersonName> => ({
  use: personName(practitioner.name),
});
