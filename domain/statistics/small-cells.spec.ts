import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRateShown, shownOf } from './small-cells.ts';

test('1 to 10 are not shown; none at all, and 11, are', () => {
  assert.deepEqual(shownOf([0, 1, 10, 11]), [true, false, false, true]);
});

test('one alone takes the next smallest along, or the total would tell it', () => {
  assert.deepEqual(shownOf([40, 3, 25, 0]), [true, false, false, true]);
});

test('a rate goes with its numerator, and with the rest', () => {
  assert.ok(isRateShown(50, 80));
  assert.ok(isRateShown(0, 80));
  assert.ok(!isRateShown(4, 80));
  assert.ok(!isRateShown(76, 80));
});

test('never exactly one count is left out where another could go with it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 12 }), (counts) => {
      const shown = shownOf(counts);
      const hidden = shown.filter((is) => !is).length;
      const others = counts.filter((count) => count > 0).length;
      assert.ok(hidden !== 1 || others === 1);
      counts.forEach((count, index) => assert.ok(count < 1 || count > 10 || !shown[index]));
    }),
  );
});
