import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { authorizationFlags } from './authorization-flags.ts';
import { unitsOf } from './authorization-units.ts';
import type { Authorization, TreatmentDay } from './clinical-facts.ts';
import { runOutDay } from './run-out-day.ts';
import { visitsLeft } from './visits-left.ts';

/** A Wednesday. */
const TODAY = '2026-11-18';
const PLANNED_END = '2026-12-27';
/** Days of three hours. */
const on = (...days: string[]): TreatmentDay[] => days.map((day) => ({ day, minutes: 180 }));

const authorization = (about: Partial<Authorization>): Authorization => ({
  recordId: 'pa',
  coverageId: null,
  units: 20,
  startsOn: '2026-11-02',
  endsOn: '2026-12-13',
  usedDays: [],
  ...about,
});

const flags = (
  about: Partial<Authorization> | null,
  plannedEnd: string | null = PLANNED_END,
  bookedDays: TreatmentDay[] = [],
  rules = PROGRAM_DEFAULTS,
) =>
  authorizationFlags(
    { authorization: about && authorization(about), bookedDays },
    plannedEnd,
    TODAY,
    rules,
  );

test('an end within 7 days, with the visits left', () => {
  assert.deepEqual(flags({ endsOn: '2026-11-25', units: 6, usedDays: on('2026-11-03') }), [
    {
      rule: 'authorization-ends',
      what: 'Authorization ends 25 Nov',
      evidence: '5 visits left',
      value: 7,
      threshold: 7,
      recordIds: ['pa'],
    },
  ]);
  assert.deepEqual(flags({ endsOn: '2026-11-26' }), []);
});

test('one that has ended, with no other after it, says so', () => {
  const [flag] = flags({ endsOn: '2026-11-15' });
  assert.deepEqual([flag?.what, flag?.value], ['Authorization ended 15 Nov', -3]);
});

test('an unknown end is not one that has passed', () => {
  assert.deepEqual(flags({ endsOn: null, startsOn: '2026-01-01' }), []);
  assert.deepEqual(flags({ endsOn: null, units: null }), []);
  const used = { endsOn: null, units: 2, usedDays: on('2026-11-03') };
  assert.equal(flags(used)[0]?.evidence, 'end unknown');
});

test('from 3 visits left on, by whatever end', () => {
  const left = (units: number) => flags({ units })[0];
  assert.equal(left(4), undefined);
  assert.deepEqual(
    [left(3)?.rule, left(3)?.what, left(3)?.evidence, left(3)?.value],
    ['authorization-units', 'Authorization, 3 visits left', 'ends 13 Dec', 3],
  );
  assert.equal(left(1)?.what, 'Authorization, 1 visit left');
  assert.equal(left(0)?.value, 0);
});

test('used up within 7 days at the booked pace, before it ends', () => {
  const booked = on('2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23');
  const [flag] = flags({ units: 4 }, PLANNED_END, booked);
  assert.deepEqual(
    [flag?.rule, flag?.what, flag?.evidence, flag?.value],
    ['authorization-ends', 'Authorization used up 23 Nov', 'at the booked pace', 5],
  );
});

test('a planned discharge silences an end only if the authorization covers that date', () => {
  assert.deepEqual(flags({ endsOn: '2026-11-25' }, '2026-11-25'), []);
  assert.equal(flags({ endsOn: '2026-11-25' }, '2026-11-26').length, 1);
  // A discharge that was planned for a day that has passed is none any more.
  assert.equal(flags({ endsOn: '2026-11-25' }, '2026-11-17').length, 1);
  assert.equal(flags({ endsOn: '2026-11-25' }, null).length, 1);
});

test('the visits left must reach to the planned discharge too', () => {
  const booked = on('2026-11-18', '2026-11-20', '2026-11-23', '2026-11-25');
  assert.deepEqual(flags({ units: 3 }, '2026-11-23', booked), []);
  assert.equal(flags({ units: 3 }, '2026-11-24', booked).length, 1);
});

test('none, one ahead of time, and one without units say nothing', () => {
  assert.deepEqual(flags(null), []);
  assert.deepEqual(flags({ startsOn: '2026-11-19', units: 1 }), []);
  assert.deepEqual(flags({ units: null }), []);
});

test('weeks go on at the pace of the payer’s week, which begins on Sunday by default', () => {
  // Two days of the week from Sunday 15 Nov; five units are left after them.
  const rest = (payerWeekStartsOn: number) =>
    runOutDay(5, on('2026-11-15', '2026-11-17'), [], TODAY, {
      ...PROGRAM_DEFAULTS,
      payerWeekStartsOn,
    });
  // Two a week: five take three weeks, until Saturday 12 Dec.
  assert.equal(rest(7), '2026-12-12');
  // A payer's week that begins on Monday has one of those days: five weeks, until Sunday 27 Dec.
  assert.equal(rest(1), '2026-12-27');
  assert.equal(runOutDay(5, [], [], TODAY, PROGRAM_DEFAULTS), null);
});

const BY_THE_HALF_DAY = { ...PROGRAM_DEFAULTS, payerUnit: 2 };
const BY_THE_HOUR = { ...PROGRAM_DEFAULTS, payerUnit: 3 };

test('a unit is a day attended, half of one, or a whole hour', () => {
  const takes = (minutes: number, rules = PROGRAM_DEFAULTS) => unitsOf(minutes, rules);
  assert.deepEqual([takes(0), takes(45), takes(600)], [1, 1, 1]);
  assert.deepEqual(
    [179, 180].map((minutes) => takes(minutes, BY_THE_HALF_DAY)),
    [1, 2],
  );
  const shorter = { ...BY_THE_HALF_DAY, payerDayMinutes: 150 };
  assert.deepEqual(
    [149, 150].map((minutes) => takes(minutes, shorter)),
    [1, 2],
  );
  assert.deepEqual(
    [59, 60, 179, 180].map((minutes) => takes(minutes, BY_THE_HOUR)),
    [0, 1, 2, 3],
  );
});

test('by the hour, the visits left are those that the hours pay for, and the hours are said', () => {
  const left = (units: number, booked: TreatmentDay[] = []) =>
    flags({ units, usedDays: on('2026-11-16', '2026-11-17') }, PLANNED_END, booked, BY_THE_HOUR)[0];
  // Six hours are used; those of a day of this week are three.
  assert.deepEqual(
    [left(17)?.what, left(17)?.evidence, left(17)?.value],
    ['Authorization, 11 hours left, 3 visits', 'ends 13 Dec', 3],
  );
  assert.equal(left(18), undefined);
  // Booked days of five hours.
  const long = on('2026-11-19', '2026-11-20', '2026-11-24').map(({ day }) => ({
    day,
    minutes: 300,
  }));
  assert.equal(left(16, long)?.what, 'Authorization, 10 hours left, 2 visits');
  assert.deepEqual(
    [left(7, long)?.what, left(7, long)?.value],
    ['Authorization, 1 hour left, 0 visits', 0],
  );
});

test('where no unit is left, the visits say it', () => {
  const [flag] = flags({ units: 2, usedDays: on('2026-11-16') }, PLANNED_END, [], BY_THE_HOUR);
  assert.equal(flag?.what, 'Authorization, 0 visits left');
});

test('by the half-day, a day of treatment takes two', () => {
  const [flag] = flags(
    { units: 9, usedDays: [...on('2026-11-16'), { day: '2026-11-17', minutes: 90 }] },
    PLANNED_END,
    on('2026-11-18', '2026-11-19'),
    BY_THE_HALF_DAY,
  );
  // Three used; of six the booked days take four, and days of this week one and three quarters each.
  assert.equal(flag?.what, 'Authorization, 6 half-days left, 3 visits');
});

test('what is booked on a day that the client has come to already adds to it', () => {
  const day = (minutes: number): TreatmentDay[] => [{ day: TODAY, minutes }];
  const runsOut = (units: number) => runOutDay(units, day(90), day(90), TODAY, BY_THE_HOUR);
  // An hour and a half are one; three hours, with what is booked, two more.
  assert.equal(runsOut(2), TODAY);
  assert.equal(visitsLeft(2, day(90), day(90), TODAY, BY_THE_HOUR), 0);
  assert.notEqual(runsOut(3), TODAY);
});

test('where no day of the payer’s week tells, a visit is a day as the payer asks', () => {
  const visits = (units: number) => visitsLeft(units, [], [], TODAY, BY_THE_HOUR);
  assert.deepEqual([visits(2), visits(3), visits(8)], [0, 1, 2]);
});

const booking = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })
  .chain((days) =>
    fc.tuple(
      ...days.map((ahead) =>
        fc
          .integer({ min: 30, max: 360 })
          .map((minutes) => ({ day: addDays(TODAY, ahead), minutes })),
      ),
    ),
  );
const anyRules = fc.record({
  payerUnit: fc.constantFrom(1, 2, 3),
  payerDayMinutes: fc.integer({ min: 30, max: 300 }),
  payerWeekStartsOn: fc.integer({ min: 1, max: 7 }),
});

test('more units never run out earlier, nor pay for fewer visits', () => {
  fc.assert(
    fc.property(booking, fc.integer({ min: 1, max: 30 }), anyRules, (booked, units, rules) => {
      const by = (left: number) => runOutDay(left, [], booked, TODAY, rules);
      const [fewer, more] = [by(units), by(units + 1)];
      assert.ok(fewer === null || more === null || fewer <= more, `${fewer} ${more}`);
      const visits = (left: number) => visitsLeft(left, [], booked, TODAY, rules);
      assert.ok(visits(units) <= visits(units + 1));
    }),
  );
});

test('where a unit is a day, as many visits are left as units, whatever is booked and had', () => {
  fc.assert(
    fc.property(booking, booking, fc.nat(30), (used, booked, units) =>
      assert.equal(visitsLeft(units, used, booked, TODAY, PROGRAM_DEFAULTS), units),
    ),
  );
});
