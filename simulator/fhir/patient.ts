import type { Patient, PatientCommunication } from 'fhir/r4';
import { contactDetails } from '../model/background/contact-details.ts';
import { background, type Background } from '../model/background/background.ts';
import { isoDate, utcDay } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { Draws } from '../model/draws.ts';
import { death } from '../model/leaving/death.ts';
import { person } from '../model/person.ts';
import { secondRegistration } from '../model/registration.ts';
import { patientsAsking } from './asking-records.ts';
import { IDENTIFIER_TYPE, RECORD_NUMBER } from './codings.ts';
import { mergedPatient } from './merged-patient.ts';
import { contactFields } from './contact-fields.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

const FIRST_RECORD_NUMBER = 100_000;
const INTERPRETER = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
const LANGUAGES: Record<Background['language'], string> = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  vi: 'Vietnamese',
};

/** The client, those who asked with them, and where there is one their second registration. */
export function patients(clinic: Clinic, timeline: ClientTimeline): Recorded<Patient>[] {
  const { client, requestedAt, episodes } = timeline;
  const twice = secondRegistration(clinic.seed, client, requestedAt);
  const died = episodes
    .map(({ placement }) => death(clinic.seed, placement))
    .find((one) => one !== null);
  const changes: { at: number; fields: Partial<Patient> }[] = [];
  if (twice) {
    const other = { reference: `Patient/${resourceId.person(client, 'd1')}` };
    changes.push({ at: twice.mergedAt, fields: { link: [{ other, type: 'replaces' }] } });
  }
  if (died) changes.push({ at: died.knownAt, fields: { deceasedDateTime: isoDate(died.day) } });
  changes.sort((one, other) => one.at - other.at);
  const own: Recorded<Patient> = {
    id: resourceId.client(client),
    at: [requestedAt, ...changes.map(({ at }) => at)],
    render: (version) =>
      Object.assign(
        patient(clinic.seed, timeline),
        ...changes.slice(0, version - 1).map(({ fields }) => fields),
      ) as Patient,
  };
  return [
    own,
    ...patientsAsking(clinic, timeline),
    ...(twice ? [mergedPatient(client, own, twice)] : []),
  ];
}

function patient(seed: number, { client, requestedAt, episodes }: ClientTimeline): Patient {
  const { site } = episodes[0].placement.group.unit;
  const { language, admission } = background(seed, client);
  const { given, family, gender } = person(seed, 'client', client);
  const age = new Draws(seed, 'age', client);
  const years = Math.min(76, Math.max(18, 37 + 11 * age.normal()));
  return {
    resourceType: 'Patient',
    id: resourceId.client(client),
    ...spoken(language),
    identifier: [
      {
        type: { coding: [{ system: IDENTIFIER_TYPE, code: 'MR' }], text: 'Record number' },
        system: RECORD_NUMBER,
        value: `TL-${FIRST_RECORD_NUMBER + client}`,
      },
    ],
    active: true,
    name: [{ use: 'official', family, given: [given] }],
    gender,
    birthDate: isoDate(utcDay(requestedAt) - Math.round(years * 365.25) - age.whole(1, 180)),
    ...contactFields(
      contactDetails(seed, ['client', client], site, admission.livingArrangement),
      site,
    ),
    managingOrganization: { reference: `Organization/${resourceId.provider}` },
  };
}

/** Said only where it is not English: then an interpreter is needed. */
function spoken(language: Background['language']): Pick<Patient, 'extension' | 'communication'> {
  if (language === 'en') return {};
  const communication: PatientCommunication[] = [
    {
      language: {
        coding: [{ system: 'urn:ietf:bcp:47', code: language, display: LANGUAGES[language] }],
      },
      preferred: true,
    },
  ];
  return { extension: [{ url: INTERPRETER, valueBoolean: true }], communication };
}
