import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stopInWords } from './flow-stop-words.ts';
import { destinationsApart, flowStops, goesFromTo, type Way } from './flow-stops.ts';

const way: Way = {
  level: '2.1',
  reason: 1,
  destination: 'Riverbend Counseling',
  isReferred: true,
  came: 'kept',
};
const apart = new Set(['Riverbend Counseling']);
const inWords = (one: Way, named: ReadonlySet<string> = apart): string[] =>
  flowStops(one, named).map(stopInWords);

test('a discharge goes from its level by how it ended to where it led and what came of it', () => {
  assert.deepEqual(inWords(way), [
    'Level 2.1',
    'Completed',
    'Riverbend Counseling',
    'Kept within 30 days',
  ]);
});

test('what nobody recorded is a stop of its own, and no referral is another', () => {
  const unknown: Way = { ...way, level: null, reason: 0, destination: null, came: 'not-known' };
  assert.deepEqual(inWords(unknown), [
    'Level not known',
    'Reason not recorded',
    'Destination not recorded',
    'Not recorded',
  ]);
  assert.equal(inWords({ ...unknown, isReferred: false })[2], 'No referral');
});

test('who died has no next level of care', () => {
  assert.equal(flowStops({ ...way, reason: 6, came: 'died' }, apart).length, 2);
});

test('five destinations stand by name, those of most discharges; the others are one stop', () => {
  const ways = ['A', 'B', 'C', 'D', 'E', 'F'].map((destination, index) => ({
    destination,
    discharges: index + 1,
  }));
  const named = destinationsApart([...ways, { destination: null, discharges: 90 }]);
  assert.deepEqual([...named].sort(), ['B', 'C', 'D', 'E', 'F']);
  assert.equal(inWords({ ...way, destination: 'A' }, named)[2], 'Other destinations');
  // A destination may be called as anything: it is no other stop for that.
  const odd = flowStops({ ...way, destination: 'others' }, new Set(['others']));
  assert.equal(stopInWords(odd[2] ?? ''), 'others');
});

test('a flow leads from one stop straight to the next', () => {
  const [level = '', reason = '', to = ''] = flowStops(way, apart);
  assert.equal(goesFromTo(flowStops(way, apart), level, reason), true);
  assert.equal(goesFromTo(flowStops(way, apart), level, to), false);
  assert.equal(goesFromTo(flowStops(way, apart), reason, level), false);
});
