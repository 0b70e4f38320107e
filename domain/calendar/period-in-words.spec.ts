import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodInWords } from './period-in-words.ts';

const asOf = '2026-11-18';

test('a week is named by the day it begins, a month by its name', () => {
  assert.equal(periodInWords('week', '2026-11-02', asOf), 'the week of 2 November');
  assert.equal(periodInWords('month', '2026-11-01', asOf), 'November');
});

test('one of another year is said with it', () => {
  assert.equal(periodInWords('week', '2025-12-29', asOf), 'the week of 29 December 2025');
  assert.equal(periodInWords('month', '2025-01-01', asOf), 'January 2025');
});
