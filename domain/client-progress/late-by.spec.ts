import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lateBy, revisedBy } from './late-by.ts';

const at = (instant: string) => Date.parse(instant);
const SINCE = at('2026-11-01T00:00:00Z');
const late = (happened: string, known: string) => lateBy(at(happened), at(known), SINCE);

test('late is more than 24 hours after it happened, to the millisecond, in whole days', () => {
  assert.equal(late('2026-11-10T12:00:00Z', '2026-11-11T12:00:00.000Z'), null);
  assert.equal(late('2026-11-10T12:00:00Z', '2026-11-11T12:00:00.001Z'), 1);
  assert.equal(late('2026-11-10T12:00:00Z', '2026-11-13T11:59:00Z'), 2);
});

test('what happened before anything was read here, or is known by nobody’s date, is not said to be late', () => {
  assert.equal(late('2026-10-31T23:59:59.999Z', '2026-11-20T00:00:00Z'), null);
  assert.equal(late('2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'), 19);
  assert.equal(lateBy(SINCE, null, SINCE), null);
  assert.equal(lateBy(SINCE, SINCE * 2, null), null);
});

test('revised is a change after it was first known, and more than 24 hours after it happened', () => {
  const revised = (known: string, last: string) =>
    revisedBy(at('2026-11-10T12:00:00Z'), at(known), at(last), SINCE);
  assert.equal(revised('2026-11-10T13:00:00Z', '2026-11-14T12:00:00Z'), 4);
  assert.equal(revised('2026-11-10T13:00:00Z', '2026-11-11T12:00:00Z'), null);
  assert.equal(revised('2026-11-14T12:00:00Z', '2026-11-14T12:00:00Z'), null);
  assert.equal(revised('2026-11-12T12:00:00Z', '2026-11-14T12:00:00Z'), 4);
  assert.equal(revisedBy(at('2026-11-10T12:00:00Z'), SINCE, null, SINCE), null);
});
