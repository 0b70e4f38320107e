import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prescribedMinutes } from './prescribed-minutes.ts';
import { PROGRAM_DEFAULTS } from './program-defaults.ts';

test('what a program prescribes at a level is in minutes; what it has not said is not known', () => {
  const rules = { ...PROGRAM_DEFAULTS, intensiveHours: 12 };
  assert.equal(prescribedMinutes(rules, '2.1'), 720);
  for (const level of ['2.5', '1.5', '3.5', null, 'toString'])
    assert.equal(prescribedMinutes(rules, level), null, `${level}`);
  assert.equal(prescribedMinutes({ ...rules, outpatientHours: 4 }, '1.0'), 240);
});
