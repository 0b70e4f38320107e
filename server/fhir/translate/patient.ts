import type { Patient } from 'fhir/r4';
import { plainCodes, wordsOf } from './code.ts';
import { personName, type PersonName } from './person-name.ts';
import { refOf } from './reference.ts';
import { addressIn, phonesIn } from './telecom.ts';
import type { Ref, Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface ClientFacts extends PersonName {
  recordNumber: string | null;
  /** Whole days only: a year or a month alone tells no age in days. */
  birthDate: string | null;
  deceased: boolean;
  diedOn: string | null;
  /** The language to speak with the client; `null` where the source does not say. */
  language: string | null;
  interpreterRequired: boolean | null;
  phones: string[];
  address: string | null;
  /** The record that replaced this one, when two turned out to be of one person. */
  mergedInto: Ref | null;
}

const INTERPRETER = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';

export function translatePatient(patient: Patient): Translation<ClientFacts> {
  const record = patient.identifier?.find(({ type }) =>
    type?.coding?.some(({ code }) => code === 'MR'),
  );
  return {
    use: {
      ...personName(patient.name),
      recordNumber: record?.value ?? null,
      birthDate: wholeDay(patient.birthDate),
      deceased: patient.deceasedBoolean ?? patient.deceasedDateTime !== undefined,
      diedOn: wholeDay(patient.deceasedDateTime),
      language: languageOf(patient),
      interpreterRequired:
        patient.extension?.find(({ url }) => url === INTERPRETER)?.valueBoolean ?? null,
      phones: phonesIn(patient.telecom),
      address: addressIn(patient.address),
      mergedInto: survivorOf(patient),
    },
  };
}

function languageOf({ communication }: Patient): string | null {
  const spoken = communication?.find(({ preferred }) => preferred) ?? communication?.[0];
  return wordsOf(spoken?.language) ?? plainCodes([spoken?.language])[0] ?? null;
}

/** A record that names itself as its survivor is one that nobody merged. */
function survivorOf({ id, link }: Patient): Ref | null {
  const replaced = link?.find(({ type }) => type === 'replaced-by');
  const survivor = refOf(replaced?.other, 'Patient');
  return survivor?.id === id ? null : survivor;
}
