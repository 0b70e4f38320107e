import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followedBy, type LoggedAfter } from './followed-by.ts';

const contact = (at: number, result: LoggedAfter['result'], barrier: string | null = null) =>
  ({ at, mode: 'phone', result, barrier }) as const;

test('reached after a miss is a talk before the client came back', () => {
  const talk = contact(20, 'reached', 'childcare');
  assert.deepEqual(followedBy(10, 30, [contact(15, 'not-reached'), talk]), {
    result: 'reached',
    at: 20,
    barrier: 'childcare',
  });
  assert.equal(followedBy(10, 20, [talk]).result, 'none');
  assert.equal(followedBy(21, null, [talk]).result, 'none');
  assert.equal(followedBy(20, null, [talk]).result, 'reached');
});

test('who declines was reached; a message left is an attempt', () => {
  assert.equal(followedBy(10, null, [contact(12, 'declined')]).result, 'reached');
  assert.deepEqual(followedBy(10, null, [contact(14, 'sent'), contact(12, 'message-left')]), {
    result: 'attempted',
    at: 12,
    barrier: null,
  });
});
