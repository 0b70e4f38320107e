import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { DOSE_RATIO, ENGAGEMENT_STREAK, HOURS_PRESCRIBED } from './dose.ts';

const week = (delivered: number, prescribed: number | null = 540, assumed = 0) => ({
  delivered,
  assumed,
  prescribed,
});
const streak = (...weeks: ReturnType<typeof week>[]) =>
  ENGAGEMENT_STREAK.formula(
    weeks.map((one, index) => ({ ...one, week: addDays('2026-10-05', 7 * index) })),
    () => PROGRAM_DEFAULTS,
  );

test('a dose is attended of prescribed: assumed minutes count, and more than prescribed is more than 1', () => {
  assert.equal(DOSE_RATIO.formula(week(270)), 0.5);
  assert.equal(DOSE_RATIO.formula(week(270, 540, 162)), 0.8);
  assert.equal(DOSE_RATIO.formula(week(810)), 1.5);
});

test('a week that prescribes nothing, or not known what, has no dose: that is not 0', () => {
  assert.equal(DOSE_RATIO.formula(week(0)), 0);
  assert.equal(DOSE_RATIO.formula(week(270, null)), null);
  assert.equal(DOSE_RATIO.formula(week(270, 0)), null);
});

test('a streak is the trailing run of weeks with 80% of the dose: exactly 80% is in', () => {
  assert.equal(streak(), 0);
  assert.equal(streak(week(540), week(431), week(432), week(540)), 2);
  assert.equal(streak(week(540), week(540), week(100)), 0);
  assert.equal(streak(week(540), week(500)), 2);
});

test('a week whose dose is not known cannot be part of a streak', () => {
  assert.equal(streak(week(540), week(540, null), week(540)), 1);
});

test('another full week makes a streak longer by one', () => {
  const anyWeek = fc.record({
    delivered: fc.nat(900),
    assumed: fc.nat(180),
    prescribed: fc.constantFrom(null, 0, 540, 720),
  });
  fc.assert(
    fc.property(fc.array(anyWeek), (weeks) => {
      assert.equal(streak(...weeks, week(540)), streak(...weeks) + 1);
      assert.equal(streak(...weeks, week(0)), 0);
    }),
  );
});

test('prescribed hours are those of the plan, pro rata: admitted on Wednesday, three of five days', () => {
  const phase = {
    startsOn: '2026-11-18',
    endsOn: '2026-12-27',
    minutesPerWeek: 540,
    weekdays: null,
  };
  assert.equal(HOURS_PRESCRIBED.formula('2026-11-16', [phase]), 324);
});
