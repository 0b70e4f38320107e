import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition } from 'fhir/r4';
import { translateCondition } from './condition.ts';
import { unused, used } from './translation.fixture.ts';

const icd = (code: string) => ({
  coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: 'as coded' }],
});
const condition = (part: Partial<Condition> = {}): Condition => ({
  resourceType: 'Condition',
  id: 'c1',
  subject: { reference: 'Patient/p1' },
  code: icd('F11.20'),
  ...part,
});
const factsOf = (part: Partial<Condition>) => used(translateCondition(condition(part)));
const status = (code: string) => ({ coding: [{ code }] });

test('a diagnosis: whose, which, since when, how sure', () => {
  const facts = factsOf({
    clinicalStatus: status('active'),
    verificationStatus: status('confirmed'),
    onsetDateTime: '2026-09-01',
    recordedDate: '2026-10-05T09:00:00-05:00',
  });
  assert.deepEqual(facts, {
    kind: 'diagnosis',
    client: { type: 'Patient', id: 'p1' },
    code: 'F11.20',
    words: 'as coded',
    says: { kind: 'substance-use', substance: 'opioids', inRemission: false },
    status: 'active',
    verification: 'confirmed',
    onsetOn: '2026-09-01',
    endedOn: null,
    recordedOn: '2026-10-05',
  });
});

test('among several codings the ICD-10-CM one decides; without one the kind is not guessed', () => {
  const snomed = {
    system: 'http://snomed.info/sct',
    code: '75544000',
    display: 'Opioid dependence',
  };
  const both = { coding: [snomed, ...icd('F11.21').coding] };
  assert.deepEqual(factsOf({ code: both }).says, {
    kind: 'substance-use',
    substance: 'opioids',
    inRemission: true,
  });
  const one = factsOf({ code: { coding: [snomed] } });
  assert.deepEqual(
    [one.says.kind, one.words, one.code],
    ['other', 'Opioid dependence', '75544000'],
  );
});

test('an overdose has the day it happened', () => {
  const { says, onsetOn } = factsOf({ code: icd('T40.411A'), onsetDateTime: '2026-10-30' });
  assert.deepEqual([says.kind, onsetOn], ['overdose', '2026-10-30']);
});

test('refuted and in error are set aside; without a client or a name it is held back', () => {
  const reason = (part: Partial<Condition>) => unused(translateCondition(condition(part)));
  assert.equal(reason({ verificationStatus: status('refuted') }), 'Refuted');
  assert.equal(reason({ verificationStatus: status('entered-in-error') }), 'Entered in error');
  assert.equal(reason({ subject: { display: 'Ada' } }), 'Names no client');
  assert.equal(reason({ code: undefined }), 'Names no condition');
});
