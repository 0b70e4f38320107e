import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ChartPoint, specialCauses } from './special-causes.ts';
import { xmrLimits } from './xmr.ts';

/** Points on limits of their own. */
function chart(values: readonly number[]): ChartPoint[] {
  const limits = xmrLimits(values);
  assert.ok('mean' in limits);
  return values.map((value) => ({
    value,
    centre: limits.mean,
    low: limits.low,
    high: limits.high,
  }));
}

/** Points on limits 0 ± 9, so that beyond ±6 is near a limit. */
const around0 = (...values: (number | null)[]) =>
  values.map((value) => (value === null ? null : { value, centre: 0, low: -9, high: 9 }));

const rules = (points: (ChartPoint | null)[]) =>
  specialCauses(points).map((cause) => cause && `${cause.rule} ${cause.direction}`);

const times = <T>(n: number, value: T) => Array<T>(n).fill(value);

test('worked: only the last point signals', () => {
  const values = [78, 81, 75, 80, 77, 82, 79, 76, 80, 74, 71, 60];
  assert.deepEqual(rules(chart(values)), [...times(11, null), 'outside down']);
});

test('worked: all shift, points 10, 12 and 14 near the limit', () => {
  const values = [50, 52, 49, 51, 50, 48, 51, 55, 56, 57, 55, 58, 56, 57];
  const up = times(7, 'shift up');
  [10, 12, 14].forEach((point) => (up[point - 8] = 'two-of-three up'));
  assert.deepEqual(rules(chart(values)), [...times(7, 'shift down'), ...up]);
});

test('worked: points 7–13 trend, 14 outside, 1 and 3 near the limit', () => {
  const values = [61, 64, 60, 65, 62, 66, 63, 64, 66, 67, 69, 70, 72, 75];
  assert.deepEqual(rules(chart(values)), [
    'two-of-three down',
    null,
    'two-of-three down',
    ...times(3, null),
    ...times(7, 'trend up'),
    'outside up',
  ]);
});

test('a cause names the whole run it belongs to', () => {
  const points = around0(-1, 1, 2, 1, 2, 1, 2, 1, 2, -1);
  assert.deepEqual(specialCauses(points)[3], { rule: 'shift', direction: 'up', from: 1, to: 8 });
  const rising = around0(3, -3, -2, -1, 0, 1, 2, 3);
  assert.deepEqual(specialCauses(rising)[7], { rule: 'trend', direction: 'up', from: 1, to: 7 });
});

test('six on one side are no shift, seven are; a point on the mean ends the run', () => {
  assert.ok(rules(around0(1, 2, 1, 2, 1, 2)).every((cause) => cause === null));
  assert.ok(rules(around0(1, 2, 1, 2, 1, 2, 1)).every((cause) => cause === 'shift up'));
  assert.ok(rules(around0(1, 2, 1, 0, 2, 1, 2, 1)).every((cause) => cause === null));
});

test('six rising are no trend unless the program says so', () => {
  const six = around0(-3, -2, -1, 1, 2, 3);
  assert.ok(rules(six).every((cause) => cause === null));
  assert.ok(specialCauses(six, { trend: 6 }).every((cause) => cause?.rule === 'trend'));
});

test('a turning point belongs to the run that it ends', () => {
  const causes = rules(around0(-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3));
  assert.deepEqual(causes, [...times(7, 'trend up'), ...times(6, 'trend down')]);
});

test('two of three near one limit; near both limits, or with the third on the other side, is none', () => {
  assert.deepEqual(rules(around0(7, 1, 7)), ['two-of-three up', null, 'two-of-three up']);
  assert.deepEqual(rules(around0(7, -1, 7)), [null, null, null]);
  assert.deepEqual(rules(around0(7, -7, 1)), [null, null, null]);
  assert.deepEqual(rules(around0(6, 6, 6)), [null, null, null]);
});

test('on a limit is inside it', () => {
  assert.deepEqual(rules(around0(9, -9, 9.1)), [null, null, 'outside up']);
});

test('nothing reaches across a gap', () => {
  assert.ok(rules(around0(1, 2, 1, 2, null, 1, 2, 1)).every((cause) => cause === null));
  assert.ok(rules(around0(-3, -2, -1, null, 1, 2, 3, 4)).every((cause) => cause === null));
  assert.deepEqual(rules(around0(7, null, 7)), [null, null, null]);
});

test('a point is measured against its own limits', () => {
  const narrow = { value: 5, centre: 0, low: -4, high: 4 };
  const wide = { value: 5, centre: 0, low: -9, high: 9 };
  assert.deepEqual(rules([narrow, wide]), ['outside up', null]);
});

const anyPoints = fc.array(fc.option(fc.integer({ min: -11, max: 11 })), { maxLength: 40 });

test('upside down, the same rules point the other way', () => {
  fc.assert(
    fc.property(anyPoints, (values) => {
      const turned = specialCauses(around0(...values.map((value) => value && -value)));
      const flipped = specialCauses(around0(...values)).map(
        (cause) => cause && { ...cause, direction: cause.direction === 'up' ? 'down' : 'up' },
      );
      assert.deepEqual(turned, flipped);
    }),
  );
});

test('a cause stands at a point, inside its run, which has no gap', () => {
  fc.assert(
    fc.property(anyPoints, (values) => {
      specialCauses(around0(...values)).forEach((cause, index) => {
        if (!cause) return;
        assert.ok(cause.from <= index && index <= cause.to);
        assert.ok(values.slice(cause.from, cause.to + 1).every((value) => value !== null));
      });
    }),
  );
});
