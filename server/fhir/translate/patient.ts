import type { Patient } from 'fhir/r4';
import { personName, type PersonName } from './person-name.ts';
import type { Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface ClientFacts extends PersonName {
  recordNumber: string | null;
  /** Whole days only: a year or a month alone tells no age in days. */
  birthDate: string | null;
}

export function translatePatient(patient: Patient): Translation<ClientFacts> {
  const record = patient.identifier?.find(({ type }) =>
    type?.coding?.some(({ code }) => code === 'MR'),
  );
  return {
    use: {
      ...personName(patient.name),
      recordNumber: record?.value ?? null,
      birthDate: wholeDay(patient.birthDate),
    },
  };
}
