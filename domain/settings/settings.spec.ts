import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from './program-defaults.ts';
import { SETTING_IDS, SETTINGS } from './settings.ts';
import { valueInWords, withRules } from './value-in-words.ts';
import { effectiveDayProblem, valueProblem } from './value-problem.ts';

test('every default may be set, stands in its sentence, and is allowed by its own range', () => {
  assert.deepEqual(SETTING_IDS.toSorted(), Object.keys(PROGRAM_DEFAULTS).sort());
  for (const id of SETTING_IDS) {
    const setting = SETTINGS[id];
    assert.equal(setting.sentence.split('{value}').length, 2, id);
    const value = PROGRAM_DEFAULTS[id];
    if (value !== null) assert.equal(valueProblem(setting, value), '', id);
  }
});

test('what decides attendance holds for the whole organization: its figures are added up', () => {
  for (const id of SETTING_IDS)
    assert.ok(!SETTINGS[id].isDerivedBy || SETTINGS[id].forAllBecause !== null, id);
});

test('a value outside its range, or not whole, is refused in a sentence', () => {
  const { notSeenDays, engagedDoseRatio } = SETTINGS;
  for (const value of [1, 60]) assert.equal(valueProblem(notSeenDays, value), '');
  for (const value of [0, 61, 2.5, NaN])
    assert.equal(
      valueProblem(notSeenDays, value),
      'Give a whole number, from 1 day to 60 days.',
      `${value}`,
    );
  for (const value of [0.1, 0.29, 1]) assert.equal(valueProblem(engagedDoseRatio, value), '');
  assert.match(valueProblem(engagedDoseRatio, 0.805), /from 10% to 100%/);
  assert.equal(valueProblem(SETTINGS.payerUnit, NaN), 'Choose a value.');
});

test('a day more than a year back, or two years ahead, is taken for a slip', () => {
  const today = '2026-11-18';
  assert.equal(effectiveDayProblem('2025-11-17', today), '');
  assert.match(effectiveDayProblem('2025-11-16', today), /past year/);
  assert.equal(effectiveDayProblem('2028-11-18', today), '');
  assert.match(effectiveDayProblem('2028-11-19', today), /next two/);
});

test('values are written with their units, and sentences filled with the rules that hold', () => {
  assert.equal(valueInWords(1, 'misses'), '1 miss');
  assert.equal(valueInWords(24, 'hours'), '24 hours');
  assert.equal(valueInWords(0.29, 'share'), '29%');
  assert.equal(valueInWords(null, 'hours'), 'not known');
  assert.deepEqual(
    [1, 2, 3].map((value) => valueInWords(value, 'payer-unit')),
    ['a day attended', 'half a day', 'an hour'],
  );
  const rules = { ...PROGRAM_DEFAULTS, payerDayMinutes: 150 };
  assert.equal(
    withRules('Days of {payerDayMinutes}, weeks of {engagedDoseRatio}', rules),
    'Days of 150 minutes, weeks of 80%',
  );
});
