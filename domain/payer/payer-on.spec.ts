import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { payerOf, payerOn, type PayerCoverage } from './payer-on.ts';

const coverage = (payer: string | null, about: Partial<PayerCoverage> = {}): PayerCoverage => ({
  recordId: `of ${payer}`,
  payer,
  status: 'active',
  startsOn: '2026-10-01',
  endsOn: null,
  ...about,
});

test('a coverage is in force from its first day to its last, both counted', () => {
  // Over the day on which the clocks change in New York.
  const one = [coverage('Bluefield', { startsOn: '2026-10-31', endsOn: '2026-11-02' })];
  assert.deepEqual(
    ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03'].map((day) =>
      payerOn(one, day),
    ),
    [null, 'Bluefield', 'Bluefield', 'Bluefield', null],
  );
});

test('one without days has always been in force; one that is not active, or names nobody, never', () => {
  assert.equal(payerOn([coverage('Bluefield', { startsOn: null })], '2020-01-01'), 'Bluefield');
  assert.equal(payerOn([coverage('Bluefield', { status: 'cancelled' })], '2026-11-18'), null);
  assert.equal(payerOn([coverage(null)], '2026-11-18'), null);
  assert.equal(payerOn([], '2026-11-18'), null);
});

test('of several in force the one that began last is the client’s', () => {
  const before = coverage('Medicaid', { startsOn: null });
  const since = coverage('Bluefield', { startsOn: '2026-11-01' });
  assert.equal(payerOn([before, since], '2026-10-31'), 'Medicaid');
  assert.equal(payerOn([before, since], '2026-11-01'), 'Bluefield');
  const self = coverage(null, { startsOn: '2026-11-10' });
  assert.equal(payerOn([before, since, self], '2026-11-18'), 'Bluefield');
});

test('an authorization is of the payer of its own coverage, even one that has ended', () => {
  const ended = coverage('Medicaid', { endsOn: '2026-10-31' });
  const all = [ended, coverage('Bluefield')];
  assert.equal(payerOf(all, ended.recordId, '2026-11-18'), 'Medicaid');
  assert.equal(payerOf(all, 'not read', '2026-11-18'), 'Bluefield');
  assert.equal(payerOf(all, null, '2026-11-18'), 'Bluefield');
});

test('in whatever order coverages come, the payer is the same', () => {
  const day = fc.option(fc.integer({ min: 0, max: 20 }).map((at) => addDays('2026-10-25', at)));
  const any = fc.record({
    recordId: fc.uuid(),
    payer: fc.constantFrom(null, 'Medicaid', 'Bluefield'),
    status: fc.constantFrom('active', 'cancelled'),
    startsOn: day,
    endsOn: day,
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 6 }), (all) =>
      assert.equal(payerOn(all.toReversed(), '2026-11-01'), payerOn(all, '2026-11-01')),
    ),
  );
});
