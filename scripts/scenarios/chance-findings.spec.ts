import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawsOf, shareFlagged } from './chance-findings.ts';

const between = (value: number, low: number, high: number): void =>
  assert.ok(low < value && value < high, `${value} is not between ${low} and ${high}`);

test('the more points a chart has, the more of them show something by chance', () => {
  const flagged = (points: number) => shareFlagged({ of: null, mean: 0, points }, drawsOf(1), 2000);
  const [few, half, year] = [flagged(8), flagged(26), flagged(52)];
  assert.ok(few < half && half < year, `${few}, ${half}, ${year}`);
});

test('a share of many sessions is flagged about as often as a total', () => {
  const of = Array.from({ length: 25 }, () => 200);
  const share = shareFlagged({ of, mean: 0.7, points: 25 }, drawsOf(1), 1000);
  const total = shareFlagged({ of: null, mean: 0, points: 25 }, drawsOf(2), 1000);
  between(share - total, -0.08, 0.08);
});

test('points that are all the same show nothing', () => {
  const always = () => 0;
  assert.equal(shareFlagged({ of: [9, 9, 9, 9, 9, 9, 9, 9], mean: 1, points: 8 }, always, 1), 0);
});

test('the same seed draws the same numbers, evenly between 0 and 1', () => {
  const [one, again] = [drawsOf(7), drawsOf(7)];
  const drawn = Array.from({ length: 4000 }, one);
  assert.deepEqual(drawn, Array.from({ length: 4000 }, again));
  between(drawn.reduce((sum, value) => sum + value, 0) / drawn.length, 0.48, 0.52);
});
