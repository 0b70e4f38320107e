import type { Patient } from 'fhir/r4';
import { isoDate, utcDay } from '../model/calendar-day.ts';
import type { ClientTimeline } from '../model/client-timeline.ts';
import type { Clinic } from '../model/clinic.ts';
import { Draws } from '../model/draws.ts';
import { person } from '../model/person.ts';
import { IDENTIFIER_TYPE, RECORD_NUMBER } from './codings.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

const FIRST_RECORD_NUMBER = 100_000;

export function patients(clinic: Clinic, timeline: ClientTimeline): Recorded<Patient>[] {
  const { client, requestedAt } = timeline;
  const id = resourceId.client(client);
  return [{ id, at: [requestedAt], render: () => patient(clinic.seed, timeline) }];
}

function patient(seed: number, { client, requestedAt }: ClientTimeline): Patient {
  const { given, family, gender } = person(seed, 'client', client);
  const age = new Draws(seed, 'age', client);
  const years = Math.min(76, Math.max(18, 37 + 11 * age.normal()));
  return {
    resourceType: 'Patient',
    id: resourceId.client(client),
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
    managingOrganization: { reference: `Organization/${resourceId.provider}` },
  };
}
