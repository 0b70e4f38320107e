import assert from 'node:assert/strict';
import { it } from 'node:test';
import { clinicMorning } from './clinic-morning.ts';

const morningAt = (now: string): string => clinicMorning(new Date(now)).toISOString();

it('opens on the same day when that is a Wednesday, however early or late', () => {
  assert.equal(morningAt('2026-11-18T05:00:00Z'), '2026-11-18T13:02:00.000Z');
  assert.equal(morningAt('2026-11-19T04:59:00Z'), '2026-11-18T13:02:00.000Z');
});

it('goes back to the last Wednesday on any other day', () => {
  assert.equal(morningAt('2026-11-24T15:00:00Z'), '2026-11-18T13:02:00.000Z');
  assert.equal(morningAt('2026-11-19T05:00:00Z'), '2026-11-18T13:02:00.000Z');
});

it('counts days in New York: late on Tuesday there is Wednesday in Greenwich', () => {
  assert.equal(morningAt('2026-11-18T04:59:00Z'), '2026-11-11T13:02:00.000Z');
});

it('keeps two minutes past eight when the clocks changed since that Wednesday', () => {
  // Daylight saving time began on Sunday 2026-03-08 and ended on Sunday 2026-11-01.
  assert.equal(morningAt('2026-03-10T15:00:00Z'), '2026-03-04T13:02:00.000Z');
  assert.equal(morningAt('2026-03-11T15:00:00Z'), '2026-03-11T12:02:00.000Z');
  assert.equal(morningAt('2026-11-03T15:00:00Z'), '2026-10-28T12:02:00.000Z');
});
