import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type OutreachSoFar, outreachInWords } from './outreach-in-words.ts';

const at = (instant: string) => Date.parse(instant);
const NOW = at('2026-11-18T13:02:00Z');
const said = (about: Partial<OutreachSoFar>) =>
  outreachInWords(
    {
      lastTwoWayAt: at('2026-11-12T14:00:00Z'),
      lastMissAt: at('2026-11-16T14:00:00Z'),
      attempts: 0,
      lastAttemptAt: null,
      notReached: false,
      ...about,
    },
    'America/New_York',
    NOW,
  );

test('where nothing was logged after the miss, that is said', () => {
  assert.equal(said({}), 'no outreach logged');
  // Tried after an earlier miss alone.
  assert.equal(
    said({ attempts: 1, lastAttemptAt: at('2026-11-13T15:00:00Z') }),
    'no outreach logged',
  );
});

test('an attempt says its day on the site’s calendar', () => {
  // Half past eleven in the evening of the 16th in New York.
  assert.equal(
    said({ attempts: 1, lastAttemptAt: at('2026-11-17T04:30:00Z') }),
    'tried Mon 16 Nov',
  );
});

test('whom nobody reached is said to be so, with the tries', () => {
  const tried = { attempts: 3, lastAttemptAt: at('2026-11-17T15:00:00Z') };
  assert.equal(said({ ...tried, notReached: true }), 'not reached, 3 tries');
});

test('a talk after the miss is what counts', () => {
  assert.equal(said({ lastTwoWayAt: at('2026-11-17T15:00:00Z') }), 'reached Tue 17 Nov');
});
