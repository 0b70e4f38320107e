import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionKindOf } from './session-kind.ts';

const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const CPT = 'http://www.ama-assn.org/go/cpt';

test('codes of an intensive outpatient program stand for a kind of session', () => {
  assert.equal(sessionKindOf(HCPCS, 'H0015'), 'group');
  assert.equal(sessionKindOf(CPT, '90834'), 'individual');
  assert.equal(sessionKindOf(CPT, '90847'), 'family');
  assert.equal(sessionKindOf(HCPCS, 'H2027'), 'skills');
  assert.equal(sessionKindOf(HCPCS, 'H0001'), 'assessment');
});

test('a drug test is no session, and a code of another system is another code', () => {
  assert.equal(sessionKindOf(HCPCS, 'H0048'), null);
  assert.equal(sessionKindOf(HCPCS, '90834'), null);
  assert.equal(sessionKindOf('http://example.org/services', 'H0015'), null);
});
