import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { contact } from './client-facts.fixture.ts';
import { attemptsSince, isNotReached, isTwoWay, lastTwoWay } from './contact-attempt.ts';
import type { ContactMode } from './contact.contract.ts';

test('who answers or declines has been reached; a message left is an attempt', () => {
  const answers = (['reached', 'declined', 'message-left', 'sent', 'not-reached'] as const).filter(
    (result) => isTwoWay({ result }),
  );
  assert.deepEqual(answers, ['reached', 'declined']);
});

test('the last two-way contact is a session attended or a talk, whichever was later', () => {
  const contacts = [
    contact({ at: 200, result: 'reached' }),
    contact({ at: 300, result: 'message-left' }),
  ];
  assert.equal(lastTwoWay(100, contacts), 200);
  assert.equal(lastTwoWay(250, contacts), 250);
  assert.equal(lastTwoWay(null, [contact({ at: 300 })]), null);
});

const tried = (...modes: ContactMode[]) =>
  modes.map((mode, index) => contact({ mode, at: index + 1 }));

test('not reached: three attempts by two modes, not fewer and not by one alone', () => {
  assert.equal(isNotReached(tried('phone', 'text'), PROGRAM_DEFAULTS), false);
  assert.equal(isNotReached(tried('phone', 'phone', 'phone'), PROGRAM_DEFAULTS), false);
  assert.equal(isNotReached(tried('phone', 'phone', 'text'), PROGRAM_DEFAULTS), true);
});

test('attempts are counted since the last answer', () => {
  const contacts = [...tried('phone', 'text', 'letter'), contact({ at: 2, result: 'reached' })];
  assert.deepEqual(
    attemptsSince(lastTwoWay(null, contacts), contacts).map(({ mode }) => mode),
    ['letter'],
  );
});
