import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CENSUS } from './census.ts';
import { figureOf, figureOfCounted } from './figure-of.ts';
import type { Measure, OutcomeCell } from './measure.ts';
import { ATTENDANCE_HOURS, HOURS_DELIVERED } from './session-hours.ts';
import { ATTENDANCE_SESSIONS } from './attendance-sessions.ts';
import { COMPLETENESS } from './session-rates.ts';

/** One client's cells: so many sessions of an hour attended, the others missed. */
const client = (attended: number, of: number): OutcomeCell[] => [
  {
    outcome: 'attended',
    sessions: attended,
    scheduledMinutes: 60 * attended,
    recordedMinutes: 60 * attended,
    assumedMinutes: 0,
  },
  {
    outcome: 'no-show',
    sessions: of - attended,
    scheduledMinutes: 60 * (of - attended),
    recordedMinutes: 0,
    assumedMinutes: 0,
  },
];

const SIX = [
  client(8, 10),
  client(3, 9),
  client(12, 12),
  client(6, 11),
  client(10, 10),
  client(2, 8),
];

test('a rate of sessions: the interval is clustered by client', () => {
  const { value, interval, ...rest } = figureOf(ATTENDANCE_SESSIONS, SIX);
  assert.equal(value?.toFixed(4), '0.6833');
  assert.deepEqual([interval?.low.toFixed(4), interval?.high.toFixed(4)], ['0.3174', '0.9092']);
  assert.deepEqual(rest, {
    numerator: 41,
    denominator: 60,
    excluded: 0,
    unrecorded: 0,
    noInterval: null,
  });
});

test('a rate of hours is counted in minutes, says what is assumed, and has the interval of its hours', () => {
  const figure = figureOf(ATTENDANCE_HOURS, SIX);
  assert.deepEqual(
    [figure.numerator, figure.denominator, figure.assumedMinutes],
    [41 * 60, 60 * 60, 0],
  );
  assert.equal(figure.interval?.low.toFixed(4), '0.3174');
});

test('a total and a share of all records carry no interval, and say why', () => {
  assert.deepEqual(figureOf(HOURS_DELIVERED, SIX).noInterval, 'a total, not a rate');
  assert.equal(figureOf(HOURS_DELIVERED, SIX).value, 41 * 60);
  assert.deepEqual(figureOf(COMPLETENESS, SIX).noInterval, 'all records, not a sample');
});

test('a rate over clients has the interval of Wilson', () => {
  const ofClients: Measure = { ...CENSUS, unit: 'share', interval: 'wilson' };
  const one = { excluded: 0, unrecorded: 0, past: 0, assumedMinutes: 0, denominator: 1 };
  const { interval } = figureOfCounted(ofClients, [
    ...Array.from({ length: 5 }, () => ({ ...one, numerator: 1 })),
    ...Array.from({ length: 7 }, () => ({ ...one, numerator: 0 })),
  ]);
  assert.deepEqual([interval?.low.toFixed(4), interval?.high.toFixed(4)], ['0.1933', '0.6805']);
});

test('nobody to count: no value, no interval', () => {
  const { value, interval, noInterval } = figureOf(ATTENDANCE_SESSIONS, []);
  assert.deepEqual([value, interval, noInterval], [null, null, 'fewer than 5 clients']);
});
