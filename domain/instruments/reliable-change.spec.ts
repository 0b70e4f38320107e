import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BARC_10 } from './barc-10.ts';
import { GAD_7 } from './gad-7.ts';
import { PHQ_9 } from './phq-9.ts';
import { changeOf, isReliablyRecovered, reliableChangeIndex } from './reliable-change.ts';

test('the index of Jacobson and Truax, as worked in the literature: SD 5.4, r 0.89', () => {
  assert.equal(reliableChangeIndex(5.4, 0.89).toFixed(3), '4.964');
});

test('PHQ-9 changes reliably by 6, GAD-7 by 4', () => {
  assert.equal(changeOf(PHQ_9, 16, 10), 'reliable-improvement');
  assert.equal(changeOf(PHQ_9, 16, 11), 'no-reliable-change');
  assert.equal(changeOf(PHQ_9, 10, 16), 'reliable-deterioration');
  assert.equal(changeOf(GAD_7, 12, 8), 'reliable-improvement');
  assert.equal(changeOf(GAD_7, 12, 9), 'no-reliable-change');
});

test('without a published rule there is no judgement', () => {
  assert.equal(changeOf(BARC_10, 20, 60), null);
  assert.equal(isReliablyRecovered(BARC_10, 20, 60), null);
});

test('recovery is reliable improvement from caseness to below it', () => {
  assert.equal(isReliablyRecovered(PHQ_9, 16, 9), true);
  assert.equal(isReliablyRecovered(PHQ_9, 20, 10), false);
  assert.equal(isReliablyRecovered(PHQ_9, 10, 9), false);
  // Who starts below caseness cannot recover.
  assert.equal(isReliablyRecovered(PHQ_9, 9, 1), null);
  assert.equal(isReliablyRecovered(GAD_7, 8, 4), true);
});

test('law: a change back is the opposite change', () => {
  const total = fc.integer({ min: 0, max: 27 });
  fc.assert(
    fc.property(total, total, (first, last) => {
      const there = changeOf(PHQ_9, first, last);
      const back = changeOf(PHQ_9, last, first);
      assert.equal(there === 'reliable-improvement', back === 'reliable-deterioration');
    }),
    { endOnFailure: true, numRuns: 50 },
  );
});
