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

test('a phase of the plan refines the hours of 2.1, and where it is not set those of the level stand', () => {
  const rules = { ...PROGRAM_DEFAULTS, intensiveHours: 12, highIntensityHours: 20 };
  const phased = { ...rules, firstPhaseHours: 15, thirdPhaseHours: 6 };
  const of = (phase: number | null, level = '2.1') => prescribedMinutes(phased, level, phase);
  assert.deepEqual(
    [1, 2, 3, 4, null].map((phase) => of(phase)),
    [900, 720, 360, 720, 720],
  );
  assert.equal(of(1, '2.5'), 1200);
  assert.equal(prescribedMinutes({ ...PROGRAM_DEFAULTS, secondPhaseHours: 9 }, '2.1', 2), 540);
  assert.equal(prescribedMinutes({ ...PROGRAM_DEFAULTS, secondPhaseHours: 9 }, '2.1', 1), null);
});
