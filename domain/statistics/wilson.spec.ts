import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wilsonInterval } from './wilson.ts';

const WORKED: [counted: number, of: number, low: number, high: number][] = [
  [17, 22, 0.5656, 0.8988],
  [0, 8, 0, 0.3244],
  [8, 8, 0.6756, 1],
  [5, 12, 0.1933, 0.6805],
];

for (const [counted, of, low, high] of WORKED) {
  test(`${counted} of ${of}: ${low}–${high}`, () => {
    const interval = wilsonInterval(counted, of);
    assert.ok('low' in interval);
    assert.equal(interval.low.toFixed(4), low.toFixed(4));
    assert.equal(interval.high.toFixed(4), high.toFixed(4));
  });
}

test('none of nothing, and it says so', () => {
  assert.deepEqual(wilsonInterval(0, 0), { none: 'nothing to count' });
});

const anyCount = fc
  .integer({ min: 1, max: 5000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

test('the interval holds the rate and lies within 0–1, its complement mirrors it', () => {
  fc.assert(
    fc.property(anyCount, ([counted, of]) => {
      const interval = wilsonInterval(counted, of);
      const mirrored = wilsonInterval(of - counted, of);
      assert.ok('low' in interval && 'low' in mirrored);
      assert.ok(interval.low >= 0 && interval.high <= 1);
      assert.ok(interval.low <= counted / of + 1e-12 && counted / of <= interval.high + 1e-12);
      assert.ok(Math.abs(interval.low - (1 - mirrored.high)) < 1e-9);
    }),
  );
});

test('ten times as many at the same rate: a narrower interval', () => {
  fc.assert(
    fc.property(anyCount, ([counted, of]) => {
      const few = wilsonInterval(counted, of);
      const many = wilsonInterval(10 * counted, 10 * of);
      assert.ok('low' in few && 'low' in many);
      assert.ok(many.high - many.low < few.high - few.low);
    }),
  );
});
