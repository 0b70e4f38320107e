import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/calendar-day.ts';
import { stretchesOf } from './stretches.ts';

const MONDAY = '2026-08-03';
const weeks = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ start: addDays(MONDAY, 7 * i) }));
const sizes = (n: number, marks: string[]) =>
  stretchesOf(weeks(n), marks).map((stretch) => stretch.length);

test('without a mark there is one stretch, without a point none', () => {
  assert.deepEqual(sizes(5, []), [5]);
  assert.deepEqual(sizes(0, [MONDAY]), []);
});

test('a stretch begins with the week of a mark on its Monday', () => {
  assert.deepEqual(sizes(5, ['2026-08-17']), [2, 3]);
});

test('a week in which the process changed midway belongs to the stretch before', () => {
  assert.deepEqual(sizes(5, ['2026-08-19']), [3, 2]);
});

test('two changes in one week, or one before the first, make no empty stretch', () => {
  assert.deepEqual(sizes(5, ['2026-08-20', '2026-08-19']), [3, 2]);
  assert.deepEqual(sizes(5, ['2026-01-01', MONDAY]), [5]);
});

test('no point is lost or moved', () => {
  const someMarks = fc.array(fc.integer({ min: -9, max: 99 }).map((n) => addDays(MONDAY, n)));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), someMarks, (n, marks) => {
      assert.deepEqual(stretchesOf(weeks(n), marks).flat(), weeks(n));
    }),
  );
});
