import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment } from 'fhir/r4';
import { appointment, factsOf, participant } from './appointment.fixture.ts';

const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

const group = (part: Partial<Appointment> = {}) =>
  appointment({
    participant: [
      participant('Patient/p1'),
      participant('Patient/p2', 'declined'),
      participant('Patient/p3', 'needs-action'),
      participant('Practitioner/d1'),
    ],
    ...part,
  });

const outcomes = (resource: Appointment) =>
  factsOf(resource).bookings.map(({ client, outcome }) => [client.id, outcome]);

test('a group is fanned out; who declined has cancelled', () => {
  assert.deepEqual(outcomes(group()), [
    ['p1', null],
    ['p2', 'client-cancelled'],
    ['p3', null],
  ]);
});

test('a group that was held says of nobody that they were there', () => {
  for (const status of ['fulfilled', 'checked-in', 'arrived'] as const) {
    assert.deepEqual(outcomes(group({ status })), [
      ['p1', null],
      ['p2', 'client-cancelled'],
      ['p3', null],
    ]);
  }
});

test('a group that is cancelled is cancelled for everybody', () => {
  const prov = {
    system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason',
    code: 'prov-pers',
  };
  assert.deepEqual(
    outcomes(group({ status: 'cancelled', cancelationReason: { coding: [prov] } })),
    [
      ['p1', 'program-cancelled'],
      ['p2', 'program-cancelled'],
      ['p3', 'program-cancelled'],
    ],
  );
});

test('declined by the practitioner is no client’s cancellation', () => {
  const staff = [participant('Patient/p1'), participant('Practitioner/d1', 'declined')];
  assert.deepEqual(outcomes(appointment({ participant: staff })), [['p1', null]]);
});

const keyOf = (part: Partial<Appointment>) => factsOf(appointment(part)).sessionKey;

test('Cerner and athenaOne: bookings of one group share a session, by the group’s extension', () => {
  const cerner = 'https://fhir-ehr.cerner.com/r4/StructureDefinition/group-appointment-id';
  const athena = 'https://fhir.athena.io/StructureDefinition/ah-group-appointment';
  assert.equal(keyOf({ id: 'a2', extension: [{ url: cerner, valueString: 'g7' }] }), 'g7');
  assert.equal(
    keyOf({ extension: [{ url: cerner, valueIdentifier: { value: 'g7' } }] }),
    keyOf({ id: 'a3', extension: [{ url: cerner, valueIdentifier: { value: 'g7' } }] }),
  );
  const reference = { reference: 'Appointment/group-7' };
  assert.equal(
    keyOf({ extension: [{ url: athena, valueReference: reference }] }),
    reference.reference,
  );
});

test('Epic: one appointment for each client of a visit, one session by service, place, staff and start', () => {
  const service = [{ coding: [{ system: HCPCS, code: 'H0005' }] }];
  const one = { id: 'a1', serviceType: service };
  const other = {
    id: 'a2',
    serviceType: service,
    participant: [
      participant('Patient/p2'),
      participant('Practitioner/d1'),
      participant('Location/north'),
    ],
  };
  assert.equal(keyOf(one), keyOf(other));
  assert.notEqual(keyOf(one), keyOf({ ...other, start: '2026-11-17T09:30:00-05:00' }));
  assert.notEqual(keyOf(one), keyOf({ ...other, participant: [participant('Patient/p2')] }));
});

test('a service that is booked by name is the session’s', () => {
  const offer = [participant('Patient/p1'), participant('HealthcareService/group-a')];
  const { service, sessionKey } = factsOf(appointment({ participant: offer }));
  assert.equal(service?.id, 'group-a');
  assert.ok(sessionKey.startsWith('group-a|'));
});

test('a service that is none of ours is told apart by its own code or name', () => {
  const visit = (code: string) => [{ coding: [{ system: 'http://example.org/visits', code }] }];
  const one = { id: 'a1', serviceType: visit('V1') };
  assert.equal(keyOf(one), keyOf({ ...one, id: 'a2' }));
  assert.notEqual(keyOf(one), keyOf({ id: 'a2', serviceType: visit('V2') }));
  const named = [{ text: 'Office visit' }];
  assert.equal(keyOf({ id: 'a1', serviceType: named }), keyOf({ id: 'a2', serviceType: named }));
});

test('bookings with neither service nor staff are two, at whatever hour and place', () => {
  const nobody = [participant('Patient/p1'), participant('Location/north')];
  assert.notEqual(
    keyOf({ id: 'a1', participant: nobody }),
    keyOf({ id: 'a2', participant: nobody }),
  );
  assert.equal(keyOf({ id: 'a1' }), keyOf({ id: 'a2' }));
});
