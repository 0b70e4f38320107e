import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { clientCancellation } from './client-cancellation.ts';

const startsAt = Date.parse('2026-11-17T14:00:00Z');
const DAY = 24 * 3_600_000;

const cancelledBefore = (notice: number) =>
  clientCancellation(startsAt, startsAt - notice, PROGRAM_DEFAULTS);

test('24 h before the start is excused, a millisecond less is late', () => {
  assert.equal(cancelledBefore(DAY), 'excused');
  assert.equal(cancelledBefore(DAY - 1), 'client-cancelled');
  assert.equal(cancelledBefore(0), 'client-cancelled');
});

test('written after the start, or at a moment nobody knows, says nothing of the notice given', () => {
  assert.equal(cancelledBefore(-1), 'cancelled-unknown');
  assert.equal(clientCancellation(startsAt, null, PROGRAM_DEFAULTS), 'cancelled-unknown');
});

test('the notice that excuses is the program’s own', () => {
  const rules = { excusedNoticeHours: 2 };
  assert.equal(clientCancellation(startsAt, startsAt - 2 * 3_600_000, rules), 'excused');
  assert.equal(
    clientCancellation(startsAt, startsAt - 2 * 3_600_000 + 1, rules),
    'client-cancelled',
  );
});
