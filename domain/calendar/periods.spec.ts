import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './calendar-day.ts';
import { periodOf, periodsFrom } from './periods.ts';

test('a week begins on Monday and a month on its first day', () => {
  assert.deepEqual(periodOf('2026-11-18', 'week'), { start: '2026-11-16', until: '2026-11-23' });
  assert.deepEqual(periodOf('2026-12-31', 'month'), { start: '2026-12-01', until: '2027-01-01' });
  assert.deepEqual(periodOf('2028-02-29', 'month'), { start: '2028-02-01', until: '2028-03-01' });
});

test('periods follow one another without a gap, from the first day to the last', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('week', 'month'),
      (from, days, kind) => {
        const to = addDays(from, days);
        const periods = periodsFrom(from, to, kind);
        assert.ok(periods[0] && periods[0].start <= from);
        assert.ok(to < (periods.at(-1)?.until ?? ''));
        periods.slice(1).forEach(({ start }, at) => assert.equal(start, periods[at]?.until));
      },
    ),
  );
});
