import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  clusteredInterval,
  clusteredIntervalOfSums,
  sumsOf,
  type Cluster,
} from './clustered-rate.ts';

const WORKED: Cluster[] = [
  [8, 10],
  [3, 9],
  [12, 12],
  [6, 11],
  [10, 10],
  [2, 8],
].map(([counted = 0, of = 0]) => ({ counted, of }));

test('the worked example: six clients, 41 of 60 sessions', () => {
  const interval = clusteredInterval(WORKED);
  assert.ok('low' in interval);
  assert.ok(Math.abs(interval.low - 0.3174) < 0.0001, String(interval.low));
  assert.ok(Math.abs(interval.high - 0.9092) < 0.0001, String(interval.high));
});

test('none with fewer than five clients, and it says so', () => {
  assert.deepEqual(clusteredInterval(WORKED.slice(0, 4)), { none: 'fewer than 5 clients' });
});

test('none where everybody or nobody counts: the spread is not zero, it is not known', () => {
  const everybody = WORKED.map(({ of }) => ({ counted: of, of }));
  assert.ok('none' in clusteredInterval(everybody));
});

test('the interval holds the rate, lies within 0–1 and does not depend on the order', () => {
  const cluster = fc
    .integer({ min: 1, max: 40 })
    .chain((of) => fc.record({ counted: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
  fc.assert(
    fc.property(fc.array(cluster, { minLength: 5, maxLength: 30 }), (clusters) => {
      const interval = clusteredInterval(clusters);
      if ('none' in interval) return;
      const rate =
        clusters.reduce((n, c) => n + c.counted, 0) / clusters.reduce((n, c) => n + c.of, 0);
      assert.ok(
        0 <= interval.low && interval.low <= rate && rate <= interval.high && interval.high <= 1,
      );
      const turned = clusteredInterval(clusters.toReversed());
      assert.ok('low' in turned && Math.abs(turned.low - interval.low) < 1e-9);
    }),
  );
});

test('the worked example from its sums, as a database adds them up', () => {
  const sums = {
    clients: 6,
    counted: 41,
    of: 60,
    countedSquared: 64 + 9 + 144 + 36 + 100 + 4,
    countedTimesOf: 80 + 27 + 144 + 66 + 100 + 16,
    ofSquared: 100 + 81 + 144 + 121 + 100 + 64,
  };
  assert.deepEqual(sumsOf(WORKED), sums);
  const interval = clusteredIntervalOfSums(sums);
  assert.ok('low' in interval);
  assert.deepEqual([interval.low.toFixed(4), interval.high.toFixed(4)], ['0.3174', '0.9092']);
});

test('a client with nothing to count has no part in the sums', () => {
  assert.deepEqual(sumsOf([...WORKED, { counted: 30, of: 0 }]), sumsOf(WORKED));
});

test('clients of one rate, and more than was booked: no bound that is not a number', () => {
  const alike = clusteredInterval(Array<Cluster>(7).fill({ counted: 1, of: 3 }));
  assert.ok('low' in alike);
  assert.ok(Math.abs(alike.low - 1 / 3) < 1e-6 && Math.abs(alike.high - 1 / 3) < 1e-6);
  assert.ok('none' in clusteredInterval(Array<Cluster>(7).fill({ counted: 4, of: 3 })));
});
