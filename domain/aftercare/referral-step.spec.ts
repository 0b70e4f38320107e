import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referralStep } from './referral-step.ts';

test('a step is known however it is spelled, and no other words are one', () => {
  assert.equal(referralStep('Appointment booked'), 'appointment-booked');
  assert.equal(referralStep('appointment_booked'), 'appointment-booked');
  assert.equal(referralStep(' SENT '), 'sent');
  assert.equal(referralStep('waiting for specimen'), null);
  assert.equal(referralStep('not accepted'), null);
});
