import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeDay } from './whole-day.ts';

test('a day, and the day of an instant in the offset it was written in', () => {
  assert.equal(wholeDay('2026-11-17'), '2026-11-17');
  assert.equal(wholeDay('2026-11-17T23:30:00-05:00'), '2026-11-17');
  assert.equal(wholeDay('2028-02-29'), '2028-02-29');
});

test('what no calendar has, and what is less than a day, is none', () => {
  for (const date of ['2026', '2026-11', '2026-02-30', '2026-13-01', '2026-11-00', 'soon', '']) {
    assert.equal(wholeDay(date), null, date);
  }
  assert.equal(wholeDay(undefined), null);
});
