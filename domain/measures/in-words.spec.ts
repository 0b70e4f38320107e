import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { MEASURES } from './catalogue.ts';
import { ENGAGED_WEEKS } from './dose.ts';
import { inWords } from './in-words.ts';
import { PAYER_DAYS } from './payer-days.ts';

test('a measure says the thresholds that hold', () => {
  const rules = { ...PROGRAM_DEFAULTS, engagedDoseRatio: 0.7, payerDayMinutes: 150 };
  assert.equal(inWords(ENGAGED_WEEKS, rules).name, 'Weeks with 70% of the dose');
  assert.equal(inWords(ENGAGED_WEEKS, rules).subject.words, 'Weeks with 70% of the dose');
  assert.match(inWords(PAYER_DAYS, rules).sentence, /with 150 minutes recorded or more/);
});

test('no measure names a setting that there is none of', () => {
  for (const measure of MEASURES)
    assert.doesNotMatch(JSON.stringify(inWords(measure, PROGRAM_DEFAULTS)), /\{\w+\}/, measure.id);
});
