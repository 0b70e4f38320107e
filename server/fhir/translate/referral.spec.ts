import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceRequest, Task } from 'fhir/r4';
import { translateServiceRequest } from './service-request.ts';
import { translateTask } from './task.ts';
import { unused, used } from './translation.fixture.ts';

const request = (part: Partial<ServiceRequest> = {}): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: 'r1',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  authoredOn: '2026-11-02',
  ...part,
});
const task = (part: Partial<Task> = {}): Task => ({
  resourceType: 'Task',
  id: 't1',
  status: 'in-progress',
  intent: 'order',
  focus: { reference: 'ServiceRequest/r1' },
  for: { reference: 'Patient/p1' },
  ...part,
});

test('a referral: what for, when asked, when due, who asks and who is asked', () => {
  const facts = used(
    translateServiceRequest(
      request({
        code: { text: 'Outpatient, level 1.5' },
        occurrenceDateTime: '2026-11-23T10:00:00-05:00',
        requester: { reference: 'Practitioner/d1' },
        performer: [{ display: 'Riverside Outpatient' }],
      }),
    ),
  );
  assert.deepEqual(facts, {
    client: { type: 'Patient', id: 'p1' },
    status: 'active',
    words: 'Outpatient, level 1.5',
    requestedOn: '2026-11-02',
    occursOn: '2026-11-23',
    requester: { record: { type: 'Practitioner', id: 'd1' }, name: null },
    performer: { record: null, name: 'Riverside Outpatient' },
  });
});

test('orders of a laboratory, of imaging or of surgery are no referral', () => {
  for (const code of ['108252007', '363679005', '387713003']) {
    const category = [{ coding: [{ system: 'http://snomed.info/sct', code }] }];
    assert.equal(unused(translateServiceRequest(request({ category }))), 'Not a referral', code);
  }
});

test('a request for what LOINC names is one for a measurement', () => {
  const code = { coding: [{ system: 'http://loinc.org', code: '57698-3' }] };
  assert.equal(unused(translateServiceRequest(request({ code }))), 'Not a referral');
});

test('plans, drafts and what must not be done are set aside', () => {
  const reason = (part: Partial<ServiceRequest>) => unused(translateServiceRequest(request(part)));
  assert.equal(reason({ intent: 'proposal' }), 'Not an order');
  assert.equal(reason({ doNotPerform: true }), 'Not an order');
  assert.equal(reason({ status: 'draft' }), 'Not sent');
  assert.equal(reason({ status: 'entered-in-error' }), 'Entered in error');
  assert.equal(reason({ subject: { reference: 'Group/g1' } }), 'Names no client');
});

test('a revoked referral was made, and says that it was revoked', () => {
  assert.equal(used(translateServiceRequest(request({ status: 'revoked' }))).status, 'revoked');
});

test('a task says how far its referral has come', () => {
  const facts = used(
    translateTask(
      task({
        businessStatus: { text: 'Appointment booked' },
        owner: { display: 'Riverside Outpatient' },
        executionPeriod: { start: '2026-11-03', end: '2026-11-10' },
      }),
    ),
  );
  assert.deepEqual(facts, {
    client: { type: 'Patient', id: 'p1' },
    referral: { type: 'ServiceRequest', id: 'r1' },
    status: 'in-progress',
    step: 'appointment-booked',
    words: 'Appointment booked',
    owner: { record: null, name: 'Riverside Outpatient' },
    startsOn: '2026-11-03',
    endsOn: '2026-11-10',
  });
});

test('a step may be coded; other words are kept as they are', () => {
  const step = (businessStatus: Task['businessStatus']) =>
    used(translateTask(task({ businessStatus }))).step;
  assert.equal(step({ coding: [{ code: 'declined' }], text: 'No free place' }), 'declined');
  assert.equal(step({ text: 'waiting for records' }), null);
  assert.equal(step(undefined), null);
});

test('a task may name its referral as what it is based on; other tasks are set aside', () => {
  const based = task({ focus: undefined, basedOn: [{ reference: 'ServiceRequest/r9' }] });
  assert.equal(used(translateTask(based)).referral.id, 'r9');
  const reason = (part: Partial<Task>) => unused(translateTask(task(part)));
  assert.equal(reason({ focus: { reference: 'MedicationRequest/m1' } }), 'About no referral');
  assert.equal(reason({ for: undefined }), 'Names no client');
  assert.equal(reason({ status: 'draft' }), 'Not sent');
  assert.equal(reason({ status: 'entered-in-error' }), 'Entered in error');
});
