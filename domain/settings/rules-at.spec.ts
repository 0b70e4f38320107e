import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS } from './program-defaults.ts';
import { rulesAt } from './rules-at.ts';
import type { SettingValue } from './setting-value.ts';

const NORTH = 'north';

let order = 0;
const set = (value: number, effectiveOn: string, part: Partial<SettingValue> = {}) => ({
  id: `v${++order}`,
  order,
  setting: 'notSeenDays' as const,
  programId: null,
  payer: null,
  effectiveOn,
  value,
  withdrawn: false,
  ...part,
});

const notSeenOn = (values: readonly SettingValue[], day: string, programId: string | null = null) =>
  rulesAt(values, programId, day).notSeenDays;

test('where nothing was set, the defaults hold', () => {
  assert.deepEqual(rulesAt([], NORTH, '2026-11-18'), PROGRAM_DEFAULTS);
});

test('a value holds from its day on, and until the next one’s', () => {
  const values = [set(10, '2026-11-02'), set(5, '2026-11-16')];
  assert.equal(notSeenOn(values, '2026-11-01'), 7);
  assert.equal(notSeenOn(values, '2026-11-02'), 10);
  assert.equal(notSeenOn(values, '2026-11-15'), 10);
  assert.equal(notSeenOn(values, '2026-11-16'), 5);
  assert.equal(rulesAt(values, null, '2026-11-16').consecutiveMisses, 2);
});

test('one set later for an earlier day holds between the two', () => {
  const values = [set(5, '2026-11-16'), set(10, '2026-11-09')];
  assert.equal(notSeenOn(values, '2026-11-15'), 10);
  assert.equal(notSeenOn(values, '2026-11-16'), 5);
});

test('of two for the same day the one set later holds', () => {
  assert.equal(notSeenOn([set(10, '2026-11-02'), set(9, '2026-11-02')], '2026-11-02'), 9);
});

test('a program’s own value stands before the organization’s, even a later one, and for that program alone', () => {
  const values = [set(10, '2026-11-02', { programId: NORTH }), set(5, '2026-11-16')];
  assert.equal(notSeenOn(values, '2026-11-18', NORTH), 10);
  assert.equal(notSeenOn(values, '2026-11-18', 'south'), 5);
  assert.equal(notSeenOn(values, '2026-11-18'), 5);
  assert.equal(notSeenOn(values, '2026-11-01', NORTH), 7);
});

test('a payer’s own value stands before a program’s and the organization’s, by whatever capitals it is named', () => {
  const values = [
    set(10, '2026-11-02', { payer: 'Bluefield Commercial' }),
    set(9, '2026-11-16', { programId: NORTH }),
    set(5, '2026-11-16'),
  ];
  const by = (payer: string | null, day = '2026-11-18') =>
    rulesAt(values, NORTH, day, payer).notSeenDays;
  assert.equal(by('Bluefield Commercial'), 10);
  assert.equal(by(' BLUEFIELD commercial '), 10);
  assert.equal(by('Bluefield'), 9);
  assert.equal(by(null), 9);
  assert.equal(rulesAt(values, 'south', '2026-11-18', 'Northway').notSeenDays, 5);
  assert.equal(by('Bluefield Commercial', '2026-11-01'), 7);
});

const aValue = fc.record({
  setting: fc.constantFrom('notSeenDays' as const, 'consecutiveMisses' as const),
  programId: fc.constantFrom(null, NORTH, 'south'),
  payer: fc.constantFrom(null, 'Bluefield', 'Medicaid'),
  effectiveOn: fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-10-25', days)),
  value: fc.integer({ min: 1, max: 60 }),
  withdrawn: fc.boolean(),
});
const journal = fc
  .array(aValue, { maxLength: 12 })
  .map((values) => values.map((value, order) => ({ ...value, id: `${order}`, order })));
const day = fc.integer({ min: -1, max: 32 }).map((days) => addDays('2026-10-25', days));
const program = fc.constantFrom(null, NORTH, 'south');

test('the order in which values arrive does not matter', () => {
  fc.assert(
    fc.property(
      journal.chain((values) =>
        fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
      ),
      program,
      day,
      ([values, shuffled], programId, on) =>
        assert.deepEqual(rulesAt(shuffled, programId, on), rulesAt(values, programId, on)),
    ),
  );
});

test('a value that was withdrawn leaves no trace, on any day', () => {
  fc.assert(
    fc.property(journal, program, day, (values, programId, on) =>
      assert.deepEqual(
        rulesAt(values, programId, on),
        rulesAt(
          values.filter(({ withdrawn }) => !withdrawn),
          programId,
          on,
        ),
      ),
    ),
  );
});

test('what is to hold from a later day changes nothing before it', () => {
  fc.assert(
    fc.property(journal, aValue, program, day, (values, added, programId, on) => {
      fc.pre(on < added.effectiveOn);
      const more = [...values, { ...added, id: 'added', order: values.length }];
      assert.deepEqual(rulesAt(more, programId, on), rulesAt(values, programId, on));
    }),
  );
});

test('a rule of one payer changes nothing for another, nor for whom nobody pays', () => {
  fc.assert(
    fc.property(journal, aValue, program, day, (values, added, programId, on) => {
      const more = [...values, { ...added, payer: 'Northway', id: 'added', order: values.length }];
      for (const payer of [null, 'Bluefield', 'Medicaid'])
        assert.deepEqual(
          rulesAt(more, programId, on, payer),
          rulesAt(values, programId, on, payer),
        );
    }),
  );
});
