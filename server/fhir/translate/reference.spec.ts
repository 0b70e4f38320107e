import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refOf } from './reference.ts';

const NAMES_P1: [how: string, reference: string][] = [
  ['relative', 'Patient/p1'],
  ['absolute', 'https://ehr.example.org/fhir/r4/Patient/p1'],
  ['relative, of one version', 'Patient/p1/_history/3'],
  ['absolute, of one version', 'https://ehr.example.org/fhir/r4/Patient/p1/_history/3'],
];

for (const [how, reference] of NAMES_P1) {
  test(`a reference that is ${how} names its resource`, () => {
    assert.deepEqual(refOf({ reference }), { type: 'Patient', id: 'p1' });
    assert.deepEqual(refOf({ reference }, 'Patient'), { type: 'Patient', id: 'p1' });
    assert.equal(refOf({ reference }, 'Practitioner'), null);
  });
}

const NAMES_NOTHING: [what: string, reference: string | undefined][] = [
  ['a contained resource', '#p1'],
  ['an entry of a transaction', 'urn:uuid:0b4f7a3c-6a4b-4f0e-9d11-b1a0c8f6d001'],
  ['a search', 'Patient?identifier=http://example.org|123'],
  ['a type alone', 'Patient/'],
  ['an empty string', ''],
  ['a display alone', undefined],
];

for (const [what, reference] of NAMES_NOTHING) {
  test(`a reference that is ${what} names no resource that could be found`, () => {
    assert.equal(refOf({ reference, display: 'Ada' }, 'Patient'), null);
  });
}

test('no reference names nothing', () => {
  assert.equal(refOf(undefined, 'Patient'), null);
});
