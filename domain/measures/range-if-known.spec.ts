import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeIfKnown } from './range-if-known.ts';

test('who is not known is taken for neither: the range has none and all of them', () => {
  const known = { numerator: 10, denominator: 20, unrecorded: 5 };
  assert.deepEqual(rangeIfKnown(known), { none: 10, all: 15, of: 25 });
  assert.deepEqual(rangeIfKnown({ ...known, unrecorded: 0 }), { none: 10, all: 10, of: 20 });
});
