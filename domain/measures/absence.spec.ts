import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONSECUTIVE_MISSES, DAYS_SINCE_SEEN } from './absence.ts';

test('days since seen are calendar days, from admission for a client who never attended', () => {
  const days = DAYS_SINCE_SEEN.formula;
  assert.equal(days('2026-11-16', '2026-10-01', '2026-11-18'), 2);
  assert.equal(days('2026-11-18', '2026-10-01', '2026-11-18'), 0);
  assert.equal(days(null, '2026-11-09', '2026-11-18'), 9);
});

test('misses in a row end at the last session attended', () => {
  const misses = CONSECUTIVE_MISSES.formula;
  assert.equal(misses(['no-show', 'attended', 'no-show', 'excused', 'client-cancelled']), 2);
});
