import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suicideRisk } from './c-ssrs.ts';
import { safetyAnswer } from './safety-answer.ts';

test('PHQ-9 item 9: any answer but "not at all", whatever the total', () => {
  assert.deepEqual(safetyAnswer('phq-9', { 9: 1 }), { answered: true, what: 'PHQ-9 item 9: 1' });
  assert.deepEqual(safetyAnswer('phq-9', { 9: 0 }), { answered: false });
});

test('with a total alone, item 9 is not available, which is not a no', () => {
  assert.deepEqual(safetyAnswer('phq-9', {}), { notAvailable: 'item 9 not available' });
});

test('other instruments ask nothing of the kind', () => {
  assert.equal(safetyAnswer('gad-7', { 1: 3 }), null);
});

const NO = { 1: 0, 2: 0, 6: 0 };

test('C-SSRS: the gravest answer gives the level', () => {
  assert.equal(suicideRisk(NO), 'none');
  assert.equal(suicideRisk({ ...NO, 1: 1 }), 'low');
  assert.equal(suicideRisk({ ...NO, 2: 1, 3: 0 }), 'low');
  assert.equal(suicideRisk({ ...NO, 2: 1, 3: 1 }), 'moderate');
  assert.equal(suicideRisk({ ...NO, 6: 1, '6R': 0 }), 'moderate');
  assert.equal(suicideRisk({ ...NO, 2: 1, 4: 1 }), 'high');
  assert.equal(suicideRisk({ ...NO, 2: 1, 5: 1 }), 'high');
  assert.equal(suicideRisk({ ...NO, 6: 1, '6R': 1 }), 'high');
});

test('an incomplete screener without a yes tells nothing; with one it tells at least that', () => {
  assert.equal(suicideRisk({}), null);
  assert.equal(suicideRisk({ 1: 0, 2: 0 }), null);
  assert.deepEqual(safetyAnswer('c-ssrs', { 1: 0 }), { notAvailable: 'C-SSRS not complete' });
  assert.equal(suicideRisk({ 4: 1 }), 'high');
});

test('of a stated level and the answers, the graver counts', () => {
  assert.equal(suicideRisk({ ...NO, risk: 2 }), 'moderate');
  assert.equal(suicideRisk({ ...NO, 4: 1, risk: 1 }), 'high');
  assert.deepEqual(safetyAnswer('c-ssrs', { risk: 3 }), {
    answered: true,
    what: 'C-SSRS high risk',
  });
});
