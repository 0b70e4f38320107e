import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOfMoment, onCallAt, type OnCallSpan } from './on-call.ts';

const ZONE = 'America/New_York';
const at = (moment: string) => instantOfMoment(moment, ZONE);
const span = (part: Partial<OnCallSpan> = {}): OnCallSpan => ({
  name: 'Vera',
  siteId: null,
  fromAt: at('2026-11-18T17:00'),
  untilAt: at('2026-11-19T08:00'),
  ...part,
});

test('a span holds from its first instant on and not at its last, which is the next one’s first', () => {
  const next = span({
    name: 'Walt',
    fromAt: at('2026-11-19T08:00'),
    untilAt: at('2026-11-19T17:00'),
  });
  const who = (instant: number) => onCallAt([span(), next], 'harbor', instant);
  assert.deepEqual(who(at('2026-11-18T17:00') - 1), []);
  assert.deepEqual(who(at('2026-11-18T17:00')), ['Vera']);
  assert.deepEqual(who(at('2026-11-19T08:00') - 1), ['Vera']);
  assert.deepEqual(who(at('2026-11-19T08:00')), ['Walt']);
});

test('a span of one site is none of another’s, nor of a client whose site is not known', () => {
  const own = [span({ siteId: 'harbor' })];
  const now = at('2026-11-18T20:00');
  assert.deepEqual(onCallAt(own, 'harbor', now), ['Vera']);
  assert.deepEqual(onCallAt(own, 'mill', now), []);
  assert.deepEqual(onCallAt(own, null, now), []);
  assert.deepEqual(onCallAt([span()], null, now), ['Vera']);
});

test('several may be on call at once, and nobody is named twice', () => {
  const all = [span({ name: 'Walt' }), span(), span({ siteId: 'harbor' })];
  assert.deepEqual(onCallAt(all, 'harbor', at('2026-11-18T20:00')), ['Vera', 'Walt']);
});

test('a night in which the clocks go back is thirteen hours long, and one shift follows on the other', () => {
  const hours = (from: string, until: string) => (at(until) - at(from)) / 3_600_000;
  assert.equal(hours('2026-10-31T20:00', '2026-11-01T08:00'), 13);
  assert.equal(hours('2026-03-07T20:00', '2026-03-08T08:00'), 11);
  // 1:30 am comes twice: where one ends there the next begins, once.
  assert.equal(new Date(at('2026-11-01T01:30')).toISOString(), '2026-11-01T05:30:00.000Z');
});
