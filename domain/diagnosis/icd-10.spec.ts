import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosisOf } from './icd-10.ts';

test('F10 to F19 are a substance each', () => {
  const substances = ['F10.20', 'F11.20', 'F12.10', 'F13.20', 'F14.20', 'F15.20', 'F19.20'].map(
    (code) => diagnosisOf(code).substance,
  );
  assert.deepEqual(substances, [
    'alcohol',
    'opioids',
    'cannabis',
    'sedatives',
    'cocaine',
    'stimulants',
    'other',
  ]);
  assert.equal(diagnosisOf('F20.0').kind, 'other');
});

test('remission is told by the last two characters', () => {
  const remitted = ['F11.21', 'F1121', 'F10.11', 'F14.91'];
  const not = ['F11.20', 'F10.10', 'F10.121', 'F11.9', 'F11.221', 'F32.1'];
  for (const code of remitted) assert.equal(diagnosisOf(code).inRemission, true, code);
  for (const code of not) assert.equal(diagnosisOf(code).inRemission, false, code);
});

test('poisoning by narcotics is an overdose; an adverse effect or too small a dose is none', () => {
  for (const code of ['T40.1X1A', 'T40.2X4A', 'T40.411A', 'T401X1A', 'T40.5X2A'])
    assert.equal(diagnosisOf(code).kind, 'overdose', code);
  for (const code of ['T40.2X5A', 'T40.2X6A', 'T40.415A', 'T39.1X1A'])
    assert.equal(diagnosisOf(code).kind, 'other', code);
});

test('what comes along, and pregnancy', () => {
  for (const code of ['F32.1', 'F33.2', 'F41.1', 'F43.10'])
    assert.equal(diagnosisOf(code).kind, 'co-occurring', code);
  for (const code of ['F41.9', 'F43.21', 'I10', 'Z34.00'])
    assert.equal(diagnosisOf(code).kind, 'other', code);
  assert.equal(diagnosisOf('Z33.1').kind, 'pregnancy');
});
