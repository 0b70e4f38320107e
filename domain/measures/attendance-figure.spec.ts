import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countAttendance } from '../attendance/attendance-counts.ts';
import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import { clientAttendance, clientsAttendance } from './attendance-figure.ts';

/** One client with so many of their sessions attended, the others missed. */
const client = (attended: number, of: number) =>
  countAttendance([
    ...Array<AttendanceStatus>(attended).fill('attended'),
    ...Array<AttendanceStatus>(of - attended).fill('no-show'),
  ]);

const SIX = [
  client(8, 10),
  client(3, 9),
  client(12, 12),
  client(6, 11),
  client(10, 10),
  client(2, 8),
];

test('one client: A of D with all that was left out, and never an interval', () => {
  const figure = clientAttendance(
    countAttendance([
      'attended',
      'no-show',
      'on-hold',
      'unrecorded',
      'awaiting-record',
      'scheduled',
    ]),
  );
  assert.deepEqual(figure, {
    value: 0.5,
    numerator: 1,
    denominator: 2,
    excluded: 1,
    unrecorded: 2,
    interval: null,
    noInterval: 'one client’s own sessions',
  });
});

test('one client without a session that counts has no value, which is not 0', () => {
  assert.equal(clientAttendance(countAttendance(['unrecorded'])).value, null);
});

test('several clients: sessions are added up, the interval is clustered by client', () => {
  const { value, numerator, denominator, interval, noInterval } = clientsAttendance(SIX);
  assert.deepEqual([numerator, denominator, noInterval], [41, 60, null]);
  assert.equal(value?.toFixed(4), '0.6833');
  assert.equal(interval?.low.toFixed(4), '0.3174');
  assert.equal(interval?.high.toFixed(4), '0.9092');
});

test('a client with nothing to count is in no interval, and their open sessions are still said', () => {
  const open = countAttendance(['unrecorded', 'program-cancelled']);
  const figure = clientsAttendance([...SIX, open]);
  assert.deepEqual(figure.interval, clientsAttendance(SIX).interval);
  assert.deepEqual([figure.excluded, figure.unrecorded], [1, 1]);
});

test('where there is no interval it says why', () => {
  assert.equal(clientsAttendance(SIX.slice(0, 4)).noInterval, 'fewer than 5 clients');
  assert.equal(clientsAttendance([]).value, null);
});
