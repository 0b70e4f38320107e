import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { at } from './client-facts.fixture.ts';
import type { ContactRules } from './contact-rules.contract.ts';
import {
  attemptsOnDay,
  channelsOf,
  isCallingTime,
  leavesWord,
  notAllowed,
  permitted,
} from './contact-rules.ts';

const ZONE = 'America/New_York';
const rules = (part: Partial<ContactRules>): ContactRules => ({
  id: 'r',
  phone: 'not-recorded',
  voicemail: 'not-recorded',
  text: 'not-recorded',
  letter: 'not-recorded',
  email: 'not-recorded',
  namesProgram: 'not-recorded',
  reason: 'Asked for it',
  madeBy: 'Ruth',
  madeAt: '2026-11-18T13:00:00Z',
  ...part,
});

test('unknown is neither allowed nor forbidden', () => {
  assert.equal(permitted(null, 'text'), 'not-recorded');
  assert.equal(permitted(rules({ text: 'not-allowed' }), 'text'), 'not-allowed');
  assert.deepEqual(notAllowed(null, 'text', null), { forbidden: [], notRecorded: ['text'] });
  assert.deepEqual(notAllowed(rules({ text: 'allowed' }), 'text', 'sent'), {
    forbidden: [],
    notRecorded: [],
  });
});

test('a call that ends in a message left is a voicemail as well', () => {
  const told = rules({ phone: 'allowed', voicemail: 'not-allowed' });
  assert.deepEqual(notAllowed(told, 'phone', 'not-reached').forbidden, []);
  assert.deepEqual(notAllowed(told, 'phone', 'message-left').forbidden, ['voicemail']);
});

test('a visit, a video call and the portal are no channel that a client is asked about', () => {
  for (const mode of ['visit', 'video', 'message'] as const)
    assert.deepEqual(channelsOf(mode, null), []);
});

test('what leaves a word behind may name the program; a call that is answered does not', () => {
  assert.deepEqual(
    [
      leavesWord('phone', 'reached'),
      leavesWord('phone', 'message-left'),
      leavesWord('letter', null),
      leavesWord('visit', null),
    ],
    [false, true, true, false],
  );
});

test('from 8 am on and until 9 pm, on the client’s clock, on both sides of a clock change', () => {
  const calls = (instant: string) => isCallingTime(at(instant), ZONE, PROGRAM_DEFAULTS);
  // 31 October is on summer time, 1 November is not.
  assert.deepEqual(
    ['2026-10-31T11:59:59Z', '2026-10-31T12:00:00Z', '2026-11-01T00:59:59Z'].map(calls),
    [false, true, true],
  );
  assert.deepEqual(
    ['2026-11-01T01:00:00Z', '2026-11-01T12:59:59Z', '2026-11-01T13:00:00Z'].map(calls),
    [false, false, true],
  );
});

test('attempts are counted by the client’s day, which has 25 hours when the clocks go back', () => {
  const day = [at('2026-11-01T04:00:00Z'), at('2026-11-02T04:59:59Z')];
  const others = [at('2026-11-01T03:59:59Z'), at('2026-11-02T05:00:00Z')];
  assert.equal(attemptsOnDay([...day, ...others], at('2026-11-02T04:59:59Z'), ZONE), 2);
  assert.equal(attemptsOnDay(day, at('2026-11-01T04:00:00Z'), ZONE), 1);
});
