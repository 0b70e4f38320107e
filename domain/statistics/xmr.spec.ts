import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { xmrLimits, type XmrLimits } from './xmr.ts';

const to4 = (limits: XmrLimits | { none: string }) => {
  assert.ok('mean' in limits);
  const { mean, low, high } = limits;
  return [mean, low, high].map((value) => value.toFixed(4));
};

const WORKED: [values: number[], mean: string, low: string, high: string][] = [
  [[78, 81, 75, 80, 77, 82, 79, 76, 80, 74, 71, 60], '76.0833', '63.5088', '88.6579'],
  [[50, 52, 49, 51, 50, 48, 51, 55, 56, 57, 55, 58, 56, 57], '53.2143', '47.6897', '58.7389'],
  [[61, 64, 60, 65, 62, 66, 63, 64, 66, 67, 69, 70, 72, 75], '66.0000', '59.0431', '72.9569'],
];

for (const [values, ...limits] of WORKED) {
  test(`the worked example ${values.join(', ')}`, () => {
    assert.deepEqual(to4(xmrLimits(values)), limits);
  });
}

test('the mean moving range of the first worked example', () => {
  const limits = xmrLimits(WORKED[0]?.[0] ?? []);
  assert.ok('movingRange' in limits);
  assert.equal(limits.movingRange.toFixed(4), '4.7273');
});

test('a jump is screened out of the moving ranges, unless asked not to', () => {
  const values = [10, 11, 10, 11, 10, 11, 10, 11, 40, 41, 40, 41];
  const screened = xmrLimits(values);
  const all = xmrLimits(values, { screened: false });
  assert.ok('movingRange' in screened && 'movingRange' in all);
  // Ten ranges of 1 and one of 29: 39/11 = 3.545; 29 ≥ 3.267 × 3.545.
  assert.equal(screened.movingRange, 1);
  assert.equal(all.movingRange.toFixed(4), '3.5455');
  assert.equal(screened.mean, all.mean);
});

test('a gap is not 0, and no moving range reaches across it', () => {
  const limits = xmrLimits([10, 12, null, 20, 22]);
  assert.ok('mean' in limits);
  assert.deepEqual([limits.mean, limits.movingRange], [16, 2]);
});

test('none without two neighbours, and it says so', () => {
  for (const values of [[], [null], [5], [5, null, 6]]) {
    assert.deepEqual(xmrLimits(values), { none: 'no two neighbouring points' });
  }
});

test('values that never differ have limits on their mean', () => {
  assert.deepEqual(xmrLimits([7, 7, 7]), { mean: 7, movingRange: 0, low: 7, high: 7 });
});

const someValues = fc.array(fc.option(fc.integer({ min: -500, max: 500 })), {
  minLength: 2,
  maxLength: 40,
});

test('limits move and stretch with the values, and not with the direction they are read in', () => {
  fc.assert(
    fc.property(someValues, fc.integer({ min: -99, max: 99 }), (values, shift) => {
      const limits = xmrLimits(values);
      const moved = xmrLimits(values.map((value) => (value === null ? null : 2 * value + shift)));
      const turned = xmrLimits(values.toReversed());
      if ('none' in limits) {
        assert.deepEqual(moved, limits);
        return;
      }
      assert.ok('mean' in moved && 'mean' in turned);
      for (const end of ['mean', 'low', 'high'] as const) {
        assert.ok(Math.abs(moved[end] - (2 * limits[end] + shift)) < 1e-6, end);
        assert.ok(Math.abs(turned[end] - limits[end]) < 1e-6, end);
      }
    }),
  );
});
