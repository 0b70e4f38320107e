import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Encounter } from 'fhir/r4';
import { translateEncounter, type EncounterFacts } from './encounter.ts';

const encounter = (part: Partial<Encounter> = {}): Encounter => ({
  resourceType: 'Encounter',
  id: 'e1',
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: 'Patient/p1' },
  appointment: [{ reference: 'Appointment/a1' }],
  participant: [{ individual: { reference: 'Practitioner/d1' } }],
  location: [{ location: { reference: 'Location/north' } }],
  period: { start: '2026-11-17T09:05:00-05:00', end: '2026-11-17T11:50:00-05:00' },
  ...part,
});

const factsOf = (part: Partial<Encounter>): EncounterFacts => {
  const translation = translateEncounter(encounter(part));
  assert.ok('use' in translation, JSON.stringify(translation));
  return translation.use;
};

test('a presence: whose, of which appointment, with whom, where, from when to when', () => {
  const serviceType = { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '90853' }] };
  assert.deepEqual(factsOf({ serviceType }), {
    client: { type: 'Patient', id: 'p1' },
    appointments: [{ type: 'Appointment', id: 'a1' }],
    kind: 'group',
    serviceCode: '90853',
    practitioner: { type: 'Practitioner', id: 'd1' },
    site: { type: 'Location', id: 'north' },
    startedAt: Date.parse('2026-11-17T14:05:00Z'),
    endedAt: Date.parse('2026-11-17T16:50:00Z'),
    minutes: 165,
    departure: null,
  });
});

test('arrived, triaged, in progress and finished prove presence', () => {
  for (const status of ['arrived', 'triaged', 'in-progress', 'finished'] as const) {
    assert.equal(factsOf({ status }).client.id, 'p1', status);
  }
});

test('no other state does', () => {
  for (const status of ['planned', 'cancelled', 'unknown', 'onleave'] as const) {
    assert.ok('setAside' in translateEncounter(encounter({ status })), status);
  }
  const withoutStatus: Partial<Encounter> = encounter();
  delete withoutStatus.status;
  assert.ok('setAside' in translateEncounter(withoutStatus as Encounter));
});

test('entered in error is set aside', () => {
  assert.deepEqual(translateEncounter(encounter({ status: 'entered-in-error' })), {
    setAside: 'Entered in error',
  });
});

test('minutes are the recorded length, in the unit it is given in', () => {
  const ucum = 'http://unitsofmeasure.org';
  assert.equal(factsOf({ length: { value: 2.5, system: ucum, code: 'h' } }).minutes, 150);
  assert.equal(factsOf({ length: { value: 140, unit: 'minutes', code: 'min' } }).minutes, 140);
  assert.equal(factsOf({ length: { value: 140, unit: 'min' } }).minutes, 140);
  assert.equal(factsOf({ length: { value: 5400, code: 's' } }).minutes, 90);
});

test('a length in a unit that is not known, or without a value, is none: the period tells', () => {
  assert.equal(factsOf({ length: { value: 3, unit: 'units', code: '{unit}' } }).minutes, 165);
  assert.equal(factsOf({ length: { value: 3 } }).minutes, 165);
  assert.equal(factsOf({ length: { code: 'min' } }).minutes, 165);
});

test('a presence that goes on has no end and no minutes', () => {
  const { endedAt, minutes } = factsOf({
    status: 'in-progress',
    period: { start: '2026-11-17T09:05:00-05:00' },
  });
  assert.deepEqual([endedAt, minutes], [null, null]);
});

test('a presence that names no appointment names none', () => {
  assert.deepEqual(factsOf({ appointment: undefined }).appointments, []);
  assert.deepEqual(factsOf({ appointment: [{ reference: '#a1' }] }).appointments, []);
});

test('references are read absolute and of one version, past those of other types', () => {
  const { client, appointments, practitioner } = factsOf({
    subject: { reference: 'https://ehr.example.org/r4/Patient/p1/_history/4' },
    appointment: [{ reference: 'https://ehr.example.org/r4/Appointment/a1' }],
    participant: [
      {},
      { individual: { reference: 'RelatedPerson/r1' } },
      { individual: { reference: 'Practitioner/d2' } },
    ],
  });
  assert.deepEqual([client.id, appointments[0]?.id, practitioner?.id], ['p1', 'a1', 'd2']);
});

test('a presence that says neither where, nor with whom, nor what for, is still one', () => {
  const { site, practitioner, kind, serviceCode } = factsOf({
    location: undefined,
    participant: undefined,
    serviceType: { text: 'Group therapy' },
  });
  assert.deepEqual([site, practitioner, kind, serviceCode], [null, null, null, null]);
});

const UNUSABLE: [part: Partial<Encounter>, reason: string][] = [
  [{ subject: undefined }, 'Names no client'],
  [{ subject: { reference: 'Group/g1' } }, 'Names no client'],
  [{ period: undefined }, 'Has no start time'],
  [{ period: { end: '2026-11-17T11:50:00-05:00' } }, 'Has no start time'],
  [
    { period: { start: '2026-11-17T11:50:00-05:00', end: '2026-11-17T09:05:00-05:00' } },
    'Ends before it starts',
  ],
];

for (const [part, reason] of UNUSABLE) {
  test(`held back: ${reason} ${JSON.stringify(part)}`, () => {
    const translation = translateEncounter(encounter(part));
    assert.ok('heldBack' in translation);
    assert.equal(translation.heldBack.reason, reason);
    assert.match(translation.heldBack.effect, /not counted/);
  });
}

const leaving = (code: string, part: Partial<Encounter> = {}) =>
  factsOf({
    episodeOfCare: [{ reference: 'EpisodeOfCare/ep1' }],
    hospitalization: {
      dischargeDisposition: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/discharge-disposition', code }],
      },
    },
    ...part,
  }).departure;

test('a discharge encounter says of its episode where the client went, and when', () => {
  assert.deepEqual(leaving('aadvice'), {
    episode: { type: 'EpisodeOfCare', id: 'ep1' },
    code: 'aadvice',
    reason: 2,
    statedOn: '2026-11-17',
  });
});

test('home is where somebody went, and no reason: it is not read as completed', () => {
  assert.equal(leaving('home')?.reason, null);
});

test('a hospital’s discharge, or one from no episode, ends no program', () => {
  assert.equal(leaving('home', { class: { code: 'IMP' } }), null);
  assert.equal(leaving('home', { episodeOfCare: [] }), null);
});
