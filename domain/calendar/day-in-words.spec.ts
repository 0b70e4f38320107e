import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInWords } from './day-in-words.ts';

const asOf = Date.parse('2026-11-18T13:02:00Z');

test('a day of this year is said without the year', () => {
  assert.equal(
    dayInWords(Date.parse('2026-11-17T14:00:00Z'), 'America/New_York', asOf),
    'Tue 17 Nov',
  );
});

test('a day of another year is said with it', () => {
  assert.equal(
    dayInWords(Date.parse('2025-12-31T14:00:00Z'), 'America/New_York', asOf),
    'Wed 31 Dec 2025',
  );
});

test('day and year are the site’s own, not those of UTC', () => {
  const newYearInUtc = Date.parse('2027-01-01T03:00:00Z');
  assert.equal(dayInWords(newYearInUtc, 'America/New_York', asOf), 'Thu 31 Dec');
  assert.equal(dayInWords(newYearInUtc, 'UTC', asOf), 'Fri 1 Jan 2027');
  assert.equal(dayInWords(newYearInUtc, 'UTC', newYearInUtc), 'Fri 1 Jan');
  assert.equal(dayInWords(newYearInUtc, 'America/New_York', newYearInUtc), 'Thu 31 Dec');
});
