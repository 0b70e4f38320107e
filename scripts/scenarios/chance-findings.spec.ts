import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  drawsOf,
  isFlagged,
  type QuietChart,
  shareFlagged,
  shareFlaggedOfPeople,
  type Week,
} from './chance-findings.ts';

const between = (value: number, low: number, high: number): void =>
  assert.ok(low < value && value < high, `${value} is not between ${low} and ${high}`);

const same = (weeks: number, week: Week): Week[] => Array.from({ length: weeks }, () => week);
const total = (weeks: number): QuietChart => ({
  isShare: false,
  weeks: same(weeks, { counted: 5000, of: 9000 }),
  people: [],
});

test('the more points a chart has, the more of them show something by chance', () => {
  const flagged = (weeks: number) => shareFlagged(total(weeks), drawsOf(1), 2000);
  const [few, half, year] = [flagged(8), flagged(26), flagged(52)];
  assert.ok(few < half && half < year, `${few}, ${half}, ${year}`);
});

test('a share of many sessions is flagged about as often as a total', () => {
  const weeks = same(25, { counted: 140, of: 200 });
  const share = shareFlagged({ isShare: true, weeks, people: [] }, drawsOf(1), 1000);
  between(share - shareFlagged(total(25), drawsOf(2), 1000), -0.08, 0.08);
});

test('people who stay as they are make neighbouring weeks alike, and more is flagged', () => {
  const people = staying(drawsOf(3), 60);
  const weeks = same(26, { counted: 0, of: 0 }).map((_, at) => ({
    counted: people.reduce((sum, own) => sum + (own[at]?.counted ?? 0), 0),
    of: people.reduce((sum, own) => sum + (own[at]?.of ?? 0), 0),
  }));
  const chart = { isShare: true, weeks, people };
  const [alone, kept] = [
    shareFlagged(chart, drawsOf(4), 600),
    shareFlaggedOfPeople(chart, drawsOf(4), 600),
  ];
  assert.ok(kept > alone + 0.1, `${alone}, ${kept}`);
});

test('points that are all the same show nothing', () => {
  const weeks = same(8, { counted: 9, of: 9 });
  const people = same(8, { counted: 1, of: 1 }).map((week) => same(8, week));
  assert.equal(isFlagged({ isShare: true, weeks }), false);
  assert.equal(isFlagged({ isShare: false, weeks }), false);
  assert.equal(shareFlaggedOfPeople({ isShare: true, weeks, people }, drawsOf(1), 9), 0);
});

test('a total that follows its denominator shows nothing, one that does not shows it', () => {
  const noise = [52, 48, 51, 49, 50, 47, 53, 50, 49, 51];
  const growing = noise.map((percent, at) => ({ counted: percent * (9 + at), of: 100 * (9 + at) }));
  assert.equal(isFlagged({ isShare: false, weeks: growing }), false);
  assert.equal(isFlagged({ isShare: false, weeks: [...growing, { counted: 9, of: 1800 }] }), true);
});

test('the same seed draws the same numbers, evenly between 0 and 1', () => {
  const [one, again] = [drawsOf(7), drawsOf(7)];
  const drawn = Array.from({ length: 4000 }, one);
  assert.deepEqual(drawn, Array.from({ length: 4000 }, again));
  between(drawn.reduce((sum, value) => sum + value, 0) / drawn.length, 0.48, 0.52);
});

/** People of a steadiness of their own who come for eight weeks, four times a week. */
const staying = (draw: () => number, people: number): Week[][] =>
  Array.from({ length: people }, () => {
    const chance = 0.4 + 0.6 * draw();
    const first = Math.floor(draw() * 19);
    return Array.from({ length: 26 }, (_, at) => {
      if (at < first || at >= first + 8) return { counted: 0, of: 0 };
      return { counted: [1, 2, 3, 4].filter(() => draw() < chance).length, of: 4 };
    });
  });
