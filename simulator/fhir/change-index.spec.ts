import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Basic } from 'fhir/r4';
import { ChangeIndex } from './change-index.ts';
import type { Recorded } from './recorded.ts';

const times = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 4 });
const records = fc.array(fc.record({ at: times, deletedAt: fc.option(fc.nat({ max: 50 })) }));

test('the index says of any stretch what the records themselves say', () => {
  fc.assert(
    fc.property(records, fc.nat({ max: 55 }), fc.nat({ max: 20 }), (drawn, from, length) => {
      const until = from + length;
      const index = new ChangeIndex();
      index.keep(
        7,
        drawn.map(({ at, deletedAt }) => recorded(at, deletedAt)),
      );
      const all = drawn.flatMap(({ at, deletedAt }) => [...at, ...(deletedAt ? [deletedAt] : [])]);
      const changes = all.some((one) => one >= from && one <= until);
      assert.equal(index.changesBetween(7, from, until), changes);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('of whom nothing was kept, or who was forgotten, nothing is known', () => {
  const index = new ChangeIndex();
  index.keep(1, [recorded([5], null)]);
  index.forget(1);
  assert.equal(index.changesBetween(1, 0, 9), null);
  assert.equal(index.changesBetween(2, 0, 9), null);
});

function recorded(at: number[], deletedAt: number | null): Recorded {
  const resource: Basic = { resourceType: 'Basic', code: {} };
  return {
    id: 'one',
    at: at.toSorted((one, other) => one - other),
    ...(deletedAt && { deletedAt }),
    render: () => resource,
  };
}
