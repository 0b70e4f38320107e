import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CountedPart, ratesShown } from './rates-shown.ts';

const part = (numerator: number, denominator: number, unrecorded = 0): CountedPart => ({
  numerator,
  denominator,
  excluded: 0,
  unrecorded,
});

test('a rate of a few, or of all but a few, is not said', () => {
  const parts = [part(10, 100), part(90, 100), part(11, 100), part(0, 100), part(100, 100)];
  assert.deepEqual(ratesShown(parts), ['none', 'none', 'exact', 'exact', 'exact']);
});

test('where only what is not recorded is of a few, the rate is said without its parts', () => {
  const parts = [part(20, 90, 10), part(30, 90, 1), part(30, 90, 11), part(30, 90)];
  assert.deepEqual(ratesShown(parts), ['rough', 'rough', 'exact', 'exact']);
});

test('what would stand alone takes the next smallest with it', () => {
  assert.deepEqual(ratesShown([part(5, 100), part(40, 200), part(30, 100)]), [
    'none',
    'exact',
    'none',
  ]);
  assert.deepEqual(ratesShown([part(20, 90, 5), part(40, 200), part(30, 100)]), [
    'rough',
    'exact',
    'rough',
  ]);
  // A rate that is said in whole percent gives away about how many are left for the one that is not.
  assert.deepEqual(ratesShown([part(5, 100), part(40, 200, 5), part(30, 300)]), [
    'none',
    'none',
    'exact',
  ]);
});

test('a part of nobody is no part to hide', () => {
  assert.deepEqual(ratesShown([part(0, 0), part(5, 100), part(40, 200)]), [
    'exact',
    'none',
    'none',
  ]);
});
