import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Draws } from '../draws.ts';
import { answersOf } from './answers.ts';

test('answers add up to the total, and none is above the highest', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 27 }), (seed, total) => {
      const weights = [1.2, 1.2, 1.3, 1.3, 1, 1.1, 1, 0.6, 0.22];
      const answers = answersOf(total, weights, 3, new Draws(seed, 'answers'));
      assert.equal(
        answers.reduce((sum, one) => sum + one, 0),
        total,
      );
      assert.ok(answers.every((one) => one >= 0 && one <= 3));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
