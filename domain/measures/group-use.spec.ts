import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENROLMENT, GROUP_FILL } from './group-use.ts';

test('present or enrolled, of the places; more than there are is more than 1', () => {
  assert.equal(GROUP_FILL.formula(9, 12), 0.75);
  assert.equal(ENROLMENT.formula(15, 12), 1.25);
});

test('an empty group is 0, one of unknown capacity is not known', () => {
  assert.equal(GROUP_FILL.formula(0, 12), 0);
  assert.equal(GROUP_FILL.formula(9, null), null);
});
