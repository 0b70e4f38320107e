import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Goal } from 'fhir/r4';
import { translateGoal } from './goal.ts';
import { unused, used } from './translation.fixture.ts';

const goal = (part: Partial<Goal> = {}): Goal => ({
  resourceType: 'Goal',
  id: 'g1',
  lifecycleStatus: 'active',
  description: { text: 'Be there for my daughter’s games' },
  subject: { reference: 'Patient/p1' },
  ...part,
});

test('a goal stands in the client’s words, with what became of it so far', () => {
  const facts = used(
    translateGoal(
      goal({
        achievementStatus: { coding: [{ code: 'improving' }] },
        startDate: '2026-10-05',
        target: [{ dueDate: '2026-11-30' }, { dueDate: '2026-12-20' }],
      }),
    ),
  );
  assert.deepEqual(facts, {
    client: { type: 'Patient', id: 'p1' },
    words: 'Be there for my daughter’s games',
    lifecycle: 'active',
    achievement: 'improving',
    startedOn: '2026-10-05',
    dueOn: '2026-12-20',
  });
});

test('nobody has judged it: that is not "no progress"', () => {
  assert.equal(used(translateGoal(goal())).achievement, null);
});

test('rejected and in error are set aside, one without words or client held back', () => {
  const reason = (part: Partial<Goal>) => unused(translateGoal(goal(part)));
  assert.equal(reason({ lifecycleStatus: 'rejected' }), 'Rejected');
  assert.equal(reason({ lifecycleStatus: 'entered-in-error' }), 'Entered in error');
  assert.equal(reason({ description: {} }), 'Has no words');
  assert.equal(reason({ subject: { reference: 'Group/g' } }), 'Names no client');
});
