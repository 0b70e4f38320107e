import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import type { Rules } from '../settings/rules.ts';
import { aroundBooking, aroundPresence, isInOneOf, spanOf } from './proof-windows.ts';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);

/** An hour either way, and two from the 18th on. */
const rules = {
  on: (day) => ({ ...PROGRAM_DEFAULTS, encounterMatchMinutes: day < '2026-11-18' ? 60 : 120 }),
} as Rules;

describe('Where a presence and a booking are near each other', () => {
  it('goes by the rules of the booking’s own day, to the minute', () => {
    const booking = {
      client_id: 'ada',
      record_id: 'r',
      starts_at: '2026-11-17T15:00:00.000Z',
      week: '2026-11-16',
      weekday: 2,
    };
    const near = [aroundBooking(booking, rules)];
    const apart = (minutes: number) => isInOneOf(at(booking.starts_at) + minutes * MINUTE, near);
    assert.deepEqual([-61, -60, 0, 60, 61].map(apart), [false, true, true, true, false]);
  });

  it('is looked for by the widest rule of any day near, for a site may be a day ahead', () => {
    const minutes = (startedAt: string) => {
      const { from, until } = aroundPresence(
        { client_id: 'ada', started_at: at(startedAt) },
        rules,
      );
      return (until - from) / 2 / MINUTE;
    };
    assert.deepEqual(
      ['2026-11-16T12:00:00Z', '2026-11-17T12:00:00Z', '2026-11-19T12:00:00Z'].map(minutes),
      [60, 120, 120],
    );
  });

  it('spans from the first window to the last', () => {
    assert.deepEqual(
      spanOf([
        { from: 5, until: 9 },
        { from: 1, until: 2 },
      ]),
      { from: 1, until: 9 },
    );
  });
});
