import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment } from 'fhir/r4';
import { appointment, factsOf, participant } from './appointment.fixture.ts';
import { translateAppointment } from './appointment.ts';

const CANCELLATION = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason';
const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

const outcomes = (resource: Appointment) =>
  factsOf(resource).bookings.map(({ client, outcome }) => [client.id, outcome]);

const outcome = (part: Partial<Appointment>) => factsOf(appointment(part)).bookings[0]?.outcome;

const cancelled = (code: string): Partial<Appointment> => ({
  status: 'cancelled',
  cancelationReason: { coding: [{ system: CANCELLATION, code }] },
});

test('a booking of one client: whom, with whom, where, when, and no outcome yet', () => {
  const service = { coding: [{ system: HCPCS, code: 'H0004', display: 'Group!' }] };
  assert.deepEqual(factsOf(appointment({ serviceType: [service] })), {
    bookings: [{ client: { type: 'Patient', id: 'p1' }, outcome: null }],
    sessionKey: `H0004|north|d1|${Date.parse('2026-11-17T14:00:00Z')}`,
    kind: 'individual',
    serviceCode: 'H0004',
    serviceName: 'Group!',
    service: null,
    facilitator: { type: 'Practitioner', id: 'd1' },
    site: { type: 'Location', id: 'north' },
    startsAt: Date.parse('2026-11-17T14:00:00Z'),
    endsAt: Date.parse('2026-11-17T17:00:00Z'),
    scheduledMinutes: 180,
    waitlisted: false,
    referral: null,
    bookedAt: null,
    reportedDeath: null,
  });
});

test('entered in error is set aside, whatever else it says', () => {
  const error = { status: 'entered-in-error', start: undefined, participant: [] } as const;
  assert.deepEqual(translateAppointment(appointment({ ...error, participant: [] })), {
    setAside: 'Entered in error',
  });
});

test('an outcome of one client, by the status alone', () => {
  for (const status of ['fulfilled', 'checked-in', 'arrived'] as const) {
    assert.equal(outcome({ status }), 'attended', status);
  }
  for (const status of ['booked', 'pending', 'proposed', 'waitlist'] as const) {
    assert.equal(outcome({ status }), null, status);
  }
  assert.equal(outcome({ status: 'noshow' }), 'no-show');
});

test('OpenEMR: a participant is accepted whatever happened, a cancellation has no reason', () => {
  assert.equal(outcome({ status: 'cancelled' }), 'cancelled-unknown');
});

test('athenaPractice: without a status there is no outcome, and the session is kept', () => {
  const withoutStatus: Partial<Appointment> = appointment();
  delete withoutStatus.status;
  assert.deepEqual(outcomes(withoutStatus as Appointment), [['p1', null]]);
});

test('who cancelled follows from the reason', () => {
  assert.equal(outcome(cancelled('pat-mt')), 'by-client');
  assert.equal(outcome(cancelled('pat-dec')), 'on-hold');
  assert.equal(outcome(cancelled('prov')), 'program-cancelled');
  assert.equal(outcome(cancelled('prov-hosp')), 'on-hold');
  assert.equal(outcome(cancelled('oth-weath')), 'program-cancelled');
  assert.equal(outcome(cancelled('other')), 'cancelled-unknown');
});

test('Medplum: a reason may stand beside a no-show, which it remains (R4 app-4 says no-show)', () => {
  assert.equal(outcome({ ...cancelled('pat'), status: 'noshow' }), 'no-show');
});

test('R4’s misspelled no-show is no status of R4: nobody’s presence is guessed', () => {
  assert.equal(outcome({ status: 'no-show' as Appointment['status'] }), null);
});

test('references are read relative, absolute and of one version', () => {
  const { bookings, facilitator } = factsOf(
    appointment({
      participant: [
        participant('https://ehr.example.org/r4/Patient/p9'),
        participant('Practitioner/d9/_history/2'),
      ],
    }),
  );
  assert.equal(bookings[0]?.client.id, 'p9');
  assert.equal(facilitator?.id, 'd9');
});

test('a meeting of staff, or one whose client is only contained, names no client', () => {
  for (const participants of [[participant('Practitioner/d1')], [participant('#p1')], []]) {
    assert.deepEqual(translateAppointment(appointment({ participant: participants })), {
      setAside: 'Names no client',
    });
  }
});

test('a source that leaves the participants out does not stop the read', () => {
  const nobody: Partial<Appointment> = appointment();
  delete nobody.participant;
  assert.deepEqual(translateAppointment(nobody as Appointment), { setAside: 'Names no client' });
});

test('without an end its length says when it ends', () => {
  const { endsAt, scheduledMinutes } = factsOf(
    appointment({ end: undefined, minutesDuration: 50 }),
  );
  assert.deepEqual([endsAt, scheduledMinutes], [Date.parse('2026-11-17T14:50:00Z'), 50]);
});

const UNUSABLE: [part: Partial<Appointment>, reason: string][] = [
  [{ start: undefined }, 'Has no start time'],
  [{ start: 'next Tuesday' }, 'Has no start time'],
  [{ end: undefined }, 'Has neither end nor length'],
  [{ end: '2026-11-17T08:00:00-05:00' }, 'Ends before it starts'],
  [{ end: '2026-11-17T09:00:00-05:00' }, 'Ends before it starts'],
];

for (const [part, reason] of UNUSABLE) {
  test(`held back with what it means for the figures: ${reason} ${JSON.stringify(part)}`, () => {
    assert.deepEqual(translateAppointment(appointment(part)), {
      heldBack: { reason, effect: 'the session is in no count' },
    });
  });
}

test('a place on the waitlist is one', () => {
  assert.equal(factsOf(appointment({ status: 'waitlist' })).waitlisted, true);
});

const basedOn = [{ reference: 'ServiceRequest/r1' }];

test('the first appointment elsewhere follows up a referral, and is no session of ours', () => {
  const { bookings, referral } = factsOf(
    appointment({
      status: 'noshow',
      basedOn,
      participant: [
        participant('Patient/p1'),
        { actor: { display: 'Riverside Outpatient' }, status: 'accepted' },
      ],
    }),
  );
  assert.deepEqual(bookings, []);
  assert.deepEqual(referral, {
    request: { type: 'ServiceRequest', id: 'r1' },
    client: { type: 'Patient', id: 'p1' },
    outcome: 'no-show',
  });
});

test('an assessment that a request led to is both', () => {
  const { bookings, referral } = factsOf(appointment({ status: 'fulfilled', basedOn }));
  assert.equal(bookings.length, 1);
  assert.equal(referral?.outcome, 'attended');
});

test('a visit of a kind we do not count keeps the source’s own word for it', () => {
  const visit = { text: 'Medication visit', coding: [{ code: 'x', display: 'MAT follow-up' }] };
  assert.equal(factsOf(appointment({ serviceType: [visit] })).serviceName, 'Medication visit');
  const coded = { coding: [{ code: 'x' }, { code: 'y', display: 'MAT follow-up' }] };
  assert.equal(factsOf(appointment({ serviceType: [coded] })).serviceName, 'MAT follow-up');
  assert.equal(factsOf(appointment({})).serviceName, null);
});

test('a booking that was cancelled because the client had died says of whom, where it is of one alone', () => {
  const death = (part: Partial<Appointment>) => factsOf(appointment(part)).reportedDeath;
  assert.deepEqual(death(cancelled('pat-dec')), { type: 'Patient', id: 'p1' });
  assert.equal(death(cancelled('pat')), null);
  assert.equal(death({ ...cancelled('pat-dec'), status: 'booked' }), null);
  const group = [participant('Patient/p1'), participant('Patient/p2')];
  assert.equal(death({ ...cancelled('pat-dec'), participant: group }), null);
});
