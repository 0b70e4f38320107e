import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { weekHours } from './week-hours.ts';
import { hoursShort } from './attendance-flags.ts';
import { doseBelowLevel, levelMinimum, planReview, recordDiffers } from './plan-flags.ts';

const plan = (minutesPerWeek: number | null, endsOn: string | null = '2026-12-27') => ({
  recordId: 'plan',
  minutesPerWeek,
  endsOn,
});
const dose = (minutes: number | null, age: number | null, level = '2.1') =>
  doseBelowLevel(plan(minutes), level, age, PROGRAM_DEFAULTS);

test('level 2.1 asks for 9 h a week of adults', () => {
  assert.deepEqual(dose(540, 18), []);
  assert.equal(dose(539, 18).length, 1);
  assert.deepEqual(dose(510, 18)[0], {
    rule: 'dose-below-level',
    what: 'Dose no longer matches level',
    evidence: '8.5 of 9 h',
    value: 510,
    threshold: 540,
    recordIds: ['plan'],
  });
  assert.equal(dose(360, 40)[0]?.evidence, '6 of 9 h');
});

test('and for 6 h of adolescents, and of those whose age is not recorded', () => {
  assert.deepEqual([dose(360, 17).length, dose(359, 17).length], [0, 1]);
  assert.deepEqual([dose(360, null).length, dose(359, null).length], [0, 1]);
});

test('other levels, and a plan that says no hours, say nothing', () => {
  assert.deepEqual([dose(60, 40, '1.5'), dose(null, 40)], [[], []]);
  assert.deepEqual(doseBelowLevel(null, '2.1', 40, PROGRAM_DEFAULTS), []);
  assert.equal(levelMinimum('2.5', 40, PROGRAM_DEFAULTS), null);
});

test('a planned taper is not short for being a taper, and its dose still does not match', () => {
  const hours = weekHours(
    [{ status: 'attended', scheduledMinutes: 360, recordedMinutes: 360, goesOn: false }],
    360,
  );
  const taper = {
    sessions: [],
    daysSinceSeen: 0,
    seen: true,
    hours,
    hasCounselor: true,
    outreach: '',
  };
  assert.deepEqual(hoursShort(taper, PROGRAM_DEFAULTS), []);
  assert.equal(dose(360, 40).length, 1);
});

test('the review is due from 7 days before the plan ends, and stays due', () => {
  const due = (today: string) => planReview(plan(540, '2026-11-25'), today, PROGRAM_DEFAULTS)[0];
  assert.equal(due('2026-11-17'), undefined);
  assert.deepEqual(
    [due('2026-11-18')?.evidence, due('2026-11-18')?.value],
    ['plan ends 25 Nov', 7],
  );
  assert.deepEqual([due('2026-11-27')?.evidence, due('2026-11-27')?.value], ['plan ended Wed', -2]);
  assert.deepEqual(planReview(plan(540, null), '2026-11-18', PROGRAM_DEFAULTS), []);
});

test('a record that says something else than staff wrote is told with both, and where it stands', () => {
  assert.deepEqual(recordDiffers([], { recordId: 'plan' }), []);
  const found = [
    { kind: 'phase', ours: 'phase 2 from Fri', source: 'phase 2 from Mon' },
    { kind: 'planned-discharge', ours: '11 Dec', source: '20 Dec' },
  ] as const;
  assert.deepEqual(recordDiffers(found, { recordId: 'plan' }), [
    {
      rule: 'source-differs',
      what: 'Record differs from ours',
      evidence:
        'phases: it says phase 2 from Mon, ours phase 2 from Fri; discharge: it says 20 Dec, ours 11 Dec',
      value: 2,
      threshold: 1,
      recordIds: ['plan'],
    },
  ]);
  assert.deepEqual(recordDiffers(found, null)[0]?.recordIds, []);
});
