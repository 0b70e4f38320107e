import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayDo } from './permission.ts';

const ROLES = ['counselor', 'supervisor', 'director', 'peer', 'aftercare', 'admin'] as const;

test('everybody may do what is public or asks only for a sign-in', () => {
  for (const role of ROLES) {
    assert.ok(mayDo(role, 'public') && mayDo(role, 'signed-in'), role);
  }
});

test('who runs the connections sees no client and nothing that came from one', () => {
  for (const permission of [
    'caseload:read',
    'caseload:aggregate',
    'client:read',
    'intake:read',
    'roster:read',
    'source-record:read',
  ] as const) {
    assert.equal(mayDo('admin', permission), false, permission);
  }
});

test('only who runs the connections may start a read', () => {
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'data-source:run')),
    ['admin'],
  );
});

test('who runs the connections sets the rules; who answers for clients reads them', () => {
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'settings:write')),
    ['admin'],
  );
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'settings:read')),
    ['supervisor', 'director', 'admin'],
  );
});

test('figures over other people’s clients are for supervisor and director', () => {
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'caseload:aggregate')),
    ['supervisor', 'director'],
  );
});

test('who asked for help and waits is for those who decide whom to admit', () => {
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'intake:read')),
    ['supervisor', 'director'],
  );
});

test('a number can be traced: who reads clients also reads the records behind them', () => {
  for (const role of ROLES) {
    assert.equal(mayDo(role, 'source-record:read'), mayDo(role, 'client:read'), role);
  }
});

test('who was told what of everybody in reach is for those who answer for it', () => {
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'disclosure:read')),
    ['supervisor', 'director'],
  );
});

test('who asks after those who left reads and writes that, and nothing of treatment', () => {
  for (const role of ['peer', 'aftercare'] as const) {
    assert.ok(mayDo(role, 'follow-up:read') && mayDo(role, 'contact:write'), role);
    for (const permission of [
      ...(['caseload:read', 'client:read', 'intake:read', 'roster:read', 'outreach:read'] as const),
      ...(['outreach:write', 'disclosure:read', 'measure:read', 'settings:read'] as const),
      ...(['source-record:read', 'data-source:read', 'group:write'] as const),
    ])
      assert.equal(mayDo(role, permission), false, `${role}, ${permission}`);
  }
});

test('who may read follow-ups: everybody but who runs the connections; a director logs no contact', () => {
  assert.deepEqual(
    ROLES.filter((role) => !mayDo(role, 'follow-up:read')),
    ['admin'],
  );
  assert.deepEqual(
    ROLES.filter((role) => !mayDo(role, 'contact:write')),
    ['director', 'admin'],
  );
});

test('outreach, tasks and safety are for who works with clients: counselors and their supervisors', () => {
  for (const permission of ['outreach:read', 'outreach:write'] as const) {
    assert.deepEqual(
      ROLES.filter((role) => mayDo(role, permission)),
      ['counselor', 'supervisor'],
    );
  }
});
