import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { authorizationFlags } from './authorization-flags.ts';
import type { Authorization } from './clinical-facts.ts';
import { runOutDay } from './run-out-day.ts';

/** A Wednesday. */
const TODAY = '2026-11-18';
const PLANNED_END = '2026-12-27';
const authorization = (about: Partial<Authorization>): Authorization => ({
  recordId: 'pa',
  units: 20,
  startsOn: '2026-11-02',
  endsOn: '2026-12-13',
  usedDays: [],
  ...about,
});

const flags = (
  about: Partial<Authorization> | null,
  plannedEnd: string | null = PLANNED_END,
  bookedDays: string[] = [],
) =>
  authorizationFlags(
    { authorization: about && authorization(about), bookedDays },
    plannedEnd,
    TODAY,
    PROGRAM_DEFAULTS,
  );

test('an end within 7 days, with the visits left', () => {
  assert.deepEqual(flags({ endsOn: '2026-11-25', units: 6, usedDays: ['2026-11-03'] }), [
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
  const used = { endsOn: null, units: 2, usedDays: ['2026-11-03'] };
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
  const booked = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'];
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
  const booked = ['2026-11-18', '2026-11-20', '2026-11-23', '2026-11-25'];
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
    runOutDay(5, ['2026-11-15', '2026-11-17'], [], TODAY, { payerWeekStartsOn });
  // Two a week: five take three weeks, until Saturday 12 Dec.
  assert.equal(rest(7), '2026-12-12');
  // A payer's week that begins on Monday has one of those days: five weeks, until Sunday 27 Dec.
  assert.equal(rest(1), '2026-12-27');
  assert.equal(runOutDay(5, [], [], TODAY, { payerWeekStartsOn: 7 }), null);
});

test('more units never run out earlier', () => {
  const days = fc.uniqueArray(
    fc.integer({ min: 0, max: 20 }).map((ahead) => addDays(TODAY, ahead)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (booked, units) => {
      const by = (left: number) => runOutDay(left, [], booked, TODAY, PROGRAM_DEFAULTS);
      const [fewer, more] = [by(units), by(units + 1)];
      assert.ok(fewer === null || more === null || fewer <= more, `${fewer} ${more}`);
    }),
  );
});
