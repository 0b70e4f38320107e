import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { at, NEW_YORK } from './client-facts.fixture.ts';
import { type AfterMiss, outreachAfter } from './outreach-after.ts';

/** Missed on Tuesday, 9 am in New York; it is Thursday. */
const MISS = at('2026-11-17T14:00:00Z');
const THURSDAY = at('2026-11-19T14:00:00Z');
const after = (part: Partial<AfterMiss> = {}, asOf = THURSDAY) =>
  outreachAfter(
    {
      startsAt: MISS,
      contactsAt: [],
      backAt: null,
      loggedSince: at('2026-11-01T00:00:00Z'),
      timeZone: NEW_YORK,
      ...part,
    },
    asOf,
    PROGRAM_DEFAULTS,
  );

test('in time is within 24 hours of the scheduled start, to the millisecond', () => {
  assert.equal(after({ contactsAt: [at('2026-11-18T14:00:00.000Z')] }).state, 'in-time');
  assert.equal(after({ contactsAt: [at('2026-11-18T14:00:00.001Z')] }).state, 'late');
});

test('what was logged before the start is no answer to the miss', () => {
  assert.equal(after({ contactsAt: [MISS - 1] }).state, 'not-made');
  assert.equal(after({ contactsAt: [MISS] }).state, 'in-time');
});

test('open until it is due, then not made; a contact still to come is none yet', () => {
  const due = MISS + 24 * 3_600_000;
  assert.equal(after({}, due - 1).state, 'open');
  assert.equal(after({}, due).state, 'not-made');
  assert.equal(after({ contactsAt: [due - 1] }, due - 2).state, 'open');
});

test('24 hours are hours also across a clock change; the same day is one of the site’s calendar', () => {
  // Saturday 6 pm in New York is 22:00 UTC; on Sunday the clocks go back: due at 5 pm.
  const startsAt = at('2026-10-31T22:00:00Z');
  const { dueAt, sameDay } = after({ startsAt, contactsAt: [at('2026-11-01T03:59:00Z')] });
  assert.equal(new Date(dueAt).toISOString(), '2026-11-01T22:00:00.000Z');
  assert.equal(sameDay, true);
  assert.equal(after({ startsAt, contactsAt: [at('2026-11-01T04:00:00Z')] }).sameDay, false);
});

test('who came back before it was due needed none; who came back later was owed one', () => {
  assert.equal(after({ backAt: at('2026-11-18T13:59:00Z') }).state, 'back-first');
  assert.equal(after({ backAt: at('2026-11-18T14:01:00Z') }).state, 'not-made');
});

test('before anything was logged here, nothing is known, which is not "not made"', () => {
  assert.equal(after({ loggedSince: null }).state, 'not-known');
  assert.equal(after({ loggedSince: at('2026-11-18T14:00:00Z') }).state, 'not-known');
  assert.equal(after({ loggedSince: at('2026-11-18T13:59:59Z') }).state, 'not-made');
});

test('law: one more contact never makes the outreach later', () => {
  const ORDER = ['in-time', 'back-first', 'late', 'open', 'not-made', 'not-known'];
  const moment = fc.integer({ min: MISS - 86_400_000, max: THURSDAY });
  fc.assert(
    fc.property(fc.array(moment), moment, (contactsAt, another) => {
      const [before, with_] = [
        after({ contactsAt }),
        after({ contactsAt: [...contactsAt, another] }),
      ];
      assert.ok(ORDER.indexOf(with_.state) <= ORDER.indexOf(before.state));
    }),
    { endOnFailure: true },
  );
});
