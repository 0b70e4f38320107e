import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import type { Outcome } from './attendance-status.ts';
import { outcomeOf } from './outcome-of.ts';

const MINUTE = 60_000;
const startsAt = Date.parse('2026-11-17T14:00:00Z');
const endsAt = startsAt + 180 * MINUTE;

const settled = (
  presence: { late?: number; early?: number | null; minutes?: number | null } | null,
  outcome: Outcome | null = null,
) => {
  const early = presence?.early === undefined ? 0 : presence.early;
  return outcomeOf(
    { startsAt, endsAt, outcome },
    presence && {
      startedAt: startsAt + (presence.late ?? 0) * MINUTE,
      endedAt: early === null ? null : endsAt - early * MINUTE,
      minutes: presence.minutes ?? null,
    },
    PROGRAM_DEFAULTS,
  );
};

test('without an encounter the booking’s own outcome stands, with no minutes recorded', () => {
  for (const outcome of ['no-show', 'excused', 'attended', null] as const) {
    assert.deepEqual(settled(null, outcome), { outcome, minutes: null, contradictory: false });
  }
});

test('10 minutes after the start is on time, 11 is late', () => {
  assert.equal(settled({ late: 10 }).outcome, 'attended');
  assert.equal(settled({ late: 11 }).outcome, 'attended-late');
});

test('10 minutes before the end is to the end, 11 left early', () => {
  assert.equal(settled({ early: 10 }).outcome, 'attended');
  assert.equal(settled({ early: 11 }).outcome, 'left-early');
});

test('both late and early is late, once', () => {
  assert.equal(settled({ late: 20, early: 20 }).outcome, 'attended-late');
});

test('arriving early or staying on is attended', () => {
  assert.equal(settled({ late: -30, early: -30 }).outcome, 'attended');
});

test('a client who is still there, or whose end nobody noted, has not left early', () => {
  assert.equal(settled({ early: null }).outcome, 'attended');
});

test('minutes are those recorded, never worked out from a booking', () => {
  assert.equal(settled({ minutes: 165 }).minutes, 165);
  assert.equal(settled({ minutes: null }).minutes, null);
});

test('an encounter proves presence against a booking that says otherwise, and says so', () => {
  for (const outcome of ['no-show', 'excused', 'program-cancelled', 'on-hold'] as const) {
    const { outcome: settledAs, contradictory } = settled({}, outcome);
    assert.deepEqual([settledAs, contradictory], ['attended', true], outcome);
  }
});

test('an encounter beside an attended or an open booking contradicts nothing', () => {
  assert.equal(settled({ late: 15 }, 'attended').contradictory, false);
  assert.equal(settled({}, null).contradictory, false);
});
