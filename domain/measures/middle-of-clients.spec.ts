import assert from 'node:assert/strict';
import { test } from 'node:test';
import { middleOfClients } from './middle-of-clients.ts';

const of = (numerator: number, denominator = 1) => ({
  numerator,
  denominator,
  excluded: 1 - denominator,
  unrecorded: 0,
  past: 1,
  assumedMinutes: 0,
});

test('the middle client, all of them added up, and how many have come to what is looked at', () => {
  const { value, numerator, denominator, reached } = middleOfClients(
    [of(0), of(30), of(2), of(1)],
    2,
  );
  assert.deepEqual([value, numerator, denominator], [1.5, 33, 4]);
  assert.deepEqual(reached, { from: 2, clients: 2 });
});

test('of one client it is their own count; of none there is no value, and who is left out is none', () => {
  assert.equal(middleOfClients([of(3), of(9, 0)], null).value, 3);
  const none = middleOfClients([of(9, 0)], 7);
  assert.deepEqual([none.value, none.denominator, none.excluded], [null, 0, 1]);
  assert.deepEqual(none.reached, { from: 7, clients: 0 });
});
