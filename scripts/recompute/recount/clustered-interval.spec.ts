import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusteredInterval } from './clustered-interval.ts';
import { studentT95 } from './student-t.ts';

const clients = (...pairs: [number, number][]) => pairs.map(([counted, of]) => ({ counted, of }));

test('six clients, reckoned by hand', () => {
  const six = clients([8, 10], [3, 9], [12, 12], [6, 11], [10, 10], [2, 8]);
  const { low = 0, high = 0 } = clusteredInterval(six) ?? {};
  assert.deepEqual([low.toFixed(4), high.toFixed(4)], ['0.3174', '0.9092']);
});

test('there is none of four clients, nor where all sessions count or none does', () => {
  assert.equal(clusteredInterval(clients([8, 10], [3, 9], [12, 12], [6, 11], [0, 0])), null);
  assert.equal(clusteredInterval(clients([1, 1], [2, 2], [3, 3], [4, 4], [5, 5])), null);
  assert.equal(clusteredInterval(clients([0, 1], [0, 2], [0, 3], [0, 4], [0, 5])), null);
});

test('Student’s t as tables print it, for odd and even degrees of freedom', () => {
  const printed = {
    1: 12.7062,
    2: 4.3027,
    3: 3.1824,
    4: 2.7764,
    5: 2.5706,
    30: 2.0423,
    101: 1.9837,
  };
  for (const [degrees, t] of Object.entries(printed)) {
    assert.equal(studentT95(Number(degrees)).toFixed(4), t.toFixed(4));
  }
});
