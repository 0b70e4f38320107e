import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerInWords } from './admission-questions.ts';

test('a code of TEDS in its words', () => {
  assert.equal(answerInWords('REFERRAL_SOURCE', '7'), 'court or DUI');
  assert.equal(answerInWords('LIVING_ARRANGEMENT', '01'), 'homeless');
  assert.equal(answerInWords('PRIMARY_SUBSTANCE', '10'), 'methamphetamine');
});

test('what TEDS does not have is not known; numbers and words speak for themselves', () => {
  assert.equal(answerInWords('EMPLOYMENT_STATUS', '9'), null);
  assert.equal(answerInWords('EMPLOYMENT_STATUS', '-9'), null);
  assert.equal(answerInWords('DAYS_WAITING', '12'), '12');
  assert.equal(answerInWords('SCHEDULE_CONSTRAINT', 'works nights'), 'works nights');
  assert.equal(answerInWords('TRANSPORT_NEEDED', 'true'), 'yes');
  assert.equal(answerInWords('SELF_HELP_ATTENDANCE', 'false'), 'no');
});
