import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laneyLimits, pChartLimits, type Share } from './laney-p.ts';

const COUNTED = [41, 38, 44, 35, 40, 29, 42, 39];
const OF = [52, 50, 55, 48, 50, 51, 53, 49];
const WORKED: Share[] = COUNTED.map((counted, index) => ({ counted, of: OF[index] ?? 0 }));
const WEEK_SIX = 5;

test('p-chart, the worked example: week 6, 29 of 51, lies below its limit', () => {
  const chart = pChartLimits(WORKED);
  assert.ok('mean' in chart);
  assert.equal(chart.mean.toFixed(6), '0.754902');
  const limits = chart.limits[WEEK_SIX];
  assert.deepEqual([limits?.low.toFixed(4), limits?.high.toFixed(4)], ['0.5742', '0.9356']);
});

test('Laney p′ of the same weeks: they vary 1.41 times as far as chance, and week 6 lies inside', () => {
  const chart = laneyLimits(WORKED);
  assert.ok('mean' in chart);
  assert.equal(chart.spread.toFixed(4), '1.4076');
  const limits = chart.limits[WEEK_SIX];
  // Unclipped 0.5006–1.0093.
  assert.deepEqual([limits?.low.toFixed(4), limits?.high], ['0.5006', 1]);
});

test('an empty or missing week is a gap with no limits, and no moving range reaches across it', () => {
  const halves = [WORKED.slice(0, 3), WORKED.slice(3)] as const;
  const chart = laneyLimits([...halves[0], null, ...halves[1]]);
  const empty = laneyLimits([...halves[0], { counted: 0, of: 0 }, ...halves[1]]);
  assert.deepEqual(empty, chart);
  assert.ok('mean' in chart);
  assert.equal(chart.limits[3], null);
  assert.equal(chart.mean.toFixed(6), '0.754902');
  assert.notEqual(chart.spread.toFixed(4), '1.4076');
});

test('where there are no limits it says why', () => {
  assert.deepEqual(laneyLimits([]), { none: 'nothing to count' });
  assert.deepEqual(laneyLimits([{ counted: 1, of: 2 }]), { none: 'no two neighbouring points' });
  const all = { counted: 9, of: 9 };
  const none = { counted: 0, of: 9 };
  assert.deepEqual(laneyLimits([all, all]), { none: 'all count in every period' });
  assert.deepEqual(pChartLimits([none, none]), { none: 'none counts in any period' });
});

const anyShare = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.record({ counted: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
const anyWeeks = fc.array(fc.option(anyShare), { minLength: 2, maxLength: 40 });

test('limits lie within 0–1 around the mean', () => {
  fc.assert(
    fc.property(anyWeeks, (weeks) => {
      const chart = laneyLimits(weeks);
      if ('none' in chart) return;
      for (const limits of chart.limits) {
        if (!limits) continue;
        assert.ok(0 <= limits.low && limits.low <= chart.mean);
        assert.ok(chart.mean <= limits.high && limits.high <= 1);
      }
    }),
  );
});

test('minutes or hours, the limits are the same: the spread takes up the unit', () => {
  fc.assert(
    fc.property(anyWeeks, fc.integer({ min: 2, max: 60 }), (weeks, unit) => {
      const chart = laneyLimits(weeks);
      const inUnit = laneyLimits(
        weeks.map((week) => week && { counted: week.counted * unit, of: week.of * unit }),
      );
      if ('none' in chart || 'none' in inUnit) {
        assert.deepEqual(inUnit, chart);
        return;
      }
      chart.limits.forEach((limits, index) => {
        const other = inUnit.limits[index];
        assert.ok(Math.abs((limits?.low ?? 0) - (other?.low ?? 0)) < 1e-9);
        assert.ok(Math.abs((limits?.high ?? 0) - (other?.high ?? 0)) < 1e-9);
      });
    }),
  );
});
