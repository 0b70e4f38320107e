import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../calendar/calendar-day.ts';
import type { DischargeReason } from '../episode/discharge-reason.ts';
import { STOPPED_EARLY } from './stopped-early.ts';

const began = (reason: DischargeReason | null, stay: number | null, ago = 90) => {
  const admitted = addDays('2026-11-18', -ago);
  const ended = stay === null ? null : addDays(admitted, stay);
  return STOPPED_EARLY.formula(admitted, ended, reason, '2026-11-18');
};

test('who left within 30 days stopped early, whoever ended it; who completed or moved on did not', () => {
  assert.deepEqual(
    ([1, 2, 3, 4, 5, 6, 7] as const).map((reason) => began(reason, 20)),
    ['as-planned', 'stopped', 'stopped', 'as-planned', 'stopped', 'died', 'stopped'],
  );
  assert.equal(began(null, 20), 'not-known');
});

test('30 days are whole, and until they are over nobody has stayed', () => {
  assert.equal(began(2, 29), 'stopped');
  assert.equal(began(2, 30), 'stayed');
  assert.equal(began(null, null, 30), 'stayed');
  assert.equal(began(null, null, 29), 'too-soon');
  assert.equal(began(2, 5, 29), 'too-soon');
});
