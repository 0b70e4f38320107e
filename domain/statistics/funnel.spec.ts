import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { funnelOf } from './funnel.ts';

const FIVE = [
  { counted: 18, of: 40 },
  { counted: 25, of: 40 },
  { counted: 9, of: 12 },
  { counted: 30, of: 90 },
  { counted: 11, of: 22 },
];

test('five places: their whole, their spread, and one that only seemed to stand out', () => {
  const funnel = funnelOf(FIVE);
  assert.equal(funnel?.rate.toFixed(6), '0.455882');
  assert.equal(funnel?.dispersion.toFixed(4), '2.8848');
  assert.equal(funnel?.isOverdispersed, true);
  assert.equal(funnel?.points[3]?.z.toFixed(3), '-1.374');
  assert.equal(funnel?.points[3]?.outside, null);
});

test('without overdispersion the limits are those of chance', () => {
  // The fourth of the five against the same whole, among places that vary no more than chance.
  const funnel = funnelOf([
    { counted: 30, of: 90 },
    ...Array.from({ length: 40 }, () => ({ counted: 41, of: 90 })),
  ]);
  const { limits, outside } = funnel?.points[0] ?? {};
  assert.equal(outside, '95');
  const half = (1.96 * Math.sqrt((funnel?.rate ?? 0) * (1 - (funnel?.rate ?? 0)))) / Math.sqrt(90);
  assert.equal(limits?.['95'].low.toFixed(6), ((funnel?.rate ?? 0) - half).toFixed(6));
  assert.ok((limits?.['99.8'].low ?? 1) < 30 / 90);
});

test('the one place that differs does not widen the limits it is held against', () => {
  const alike = Array.from({ length: 11 }, () => ({ counted: 6, of: 30 }));
  const funnel = funnelOf([{ counted: 24, of: 30 }, ...alike]);
  assert.equal(funnel?.isOverdispersed, false);
  assert.equal(funnel?.points[0]?.outside, '99.8');
});

test('of two places a difference is not taken for a spread of all', () => {
  const funnel = funnelOf([
    { counted: 40, of: 90 },
    { counted: 20, of: 110 },
  ]);
  assert.equal(funnel?.isOverdispersed, false);
  assert.deepEqual(
    funnel?.points.map((point) => point?.outside),
    ['95', '95'],
  );
});

test('a place with few is judged by the exact chance', () => {
  // Of 8 at one half: 8 come up by chance once in 256, 7 or more once in 28.
  const half = Array.from({ length: 30 }, () => ({ counted: 20, of: 40 }));
  assert.equal(funnelOf([{ counted: 8, of: 8 }, ...half])?.points[0]?.outside, '95');
  assert.equal(funnelOf([{ counted: 7, of: 8 }, ...half])?.points[0]?.outside, null);
});

test('where nothing or everything counts there is nothing to compare', () => {
  assert.equal(funnelOf([{ counted: 0, of: 9 }]), null);
  assert.equal(funnelOf([]), null);
});

test('the whole lies within every limit, and a place of nothing is none', () => {
  const place = fc.record({ counted: fc.nat(40), more: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
      const funnel = funnelOf(places.map(({ counted, more }) => ({ counted, of: counted + more })));
      for (const [index, point] of (funnel?.points ?? []).entries()) {
        const { counted = 0, more = 0 } = places[index] ?? {};
        assert.equal(point === null, counted + more === 0);
        if (!point || !funnel) continue;
        assert.ok(point.limits['99.8'].low <= point.limits['95'].low);
        assert.ok(point.limits['95'].high <= point.limits['99.8'].high);
      }
    }),
  );
});
