import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import type { Outcome } from './attendance-status.ts';
import { statusAt } from './status-at.ts';

const startsAt = Date.parse('2026-11-17T14:00:00Z');
const endsAt = Date.parse('2026-11-17T17:00:00Z');
const DAY = 24 * 3_600_000;

const at = (asOf: number, outcome: Outcome | null = null) =>
  statusAt({ startsAt, endsAt, outcome }, asOf, PROGRAM_DEFAULTS);

test('without an outcome it is scheduled until it ends', () => {
  assert.equal(at(startsAt - 1), 'scheduled');
  assert.equal(at(startsAt), 'scheduled');
  assert.equal(at(endsAt - 1), 'scheduled');
});

test('from its end it awaits its record for 24 h exactly, a millisecond later it is unrecorded', () => {
  assert.equal(at(endsAt), 'awaiting-record');
  assert.equal(at(endsAt + DAY), 'awaiting-record');
  assert.equal(at(endsAt + DAY + 1), 'unrecorded');
});

test('how long a record is awaited is the program’s own', () => {
  const booking = { startsAt, endsAt, outcome: null };
  assert.equal(statusAt(booking, endsAt + 1, { awaitingRecordHours: 0 }), 'unrecorded');
  assert.equal(statusAt(booking, endsAt + DAY + 1, { awaitingRecordHours: 48 }), 'awaiting-record');
});

for (const outcome of [
  'excused',
  'client-cancelled',
  'program-cancelled',
  'on-hold',
  'cancelled-unknown',
] as const) {
  test(`a coming session that is ${outcome} is known to be`, () => {
    assert.equal(at(startsAt - 7 * DAY, outcome), outcome);
  });
}

for (const outcome of ['attended', 'attended-late', 'left-early', 'no-show'] as const) {
  test(`${outcome} is not known before the session starts, and is from its start`, () => {
    assert.equal(at(startsAt - 1, outcome), 'scheduled');
    assert.equal(at(startsAt, outcome), outcome);
    assert.equal(at(endsAt + 400 * DAY, outcome), outcome);
  });
}
