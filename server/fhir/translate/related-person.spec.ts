import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RelatedPerson } from 'fhir/r4';
import { translateRelatedPerson } from './related-person.ts';
import { unused, used } from './translation.fixture.ts';

const person = (part: Partial<RelatedPerson> = {}): RelatedPerson => ({
  resourceType: 'RelatedPerson',
  id: 'r1',
  patient: { reference: 'Patient/p1' },
  name: [{ family: 'Rivera', given: ['Luz'] }],
  ...part,
});

test('a support person: name, relationship, and whether still one', () => {
  const relationship = [{ coding: [{ code: 'MTH', display: 'mother' }] }];
  const telecom = [{ system: 'phone' as const, value: '617 555 0101', use: 'mobile' as const }];
  assert.deepEqual(used(translateRelatedPerson(person({ relationship, active: false, telecom }))), {
    client: { type: 'Patient', id: 'p1' },
    familyName: 'Rivera',
    givenName: 'Luz',
    relationship: 'mother',
    active: false,
    phones: ['617 555 0101, mobile'],
    startsOn: null,
    endsOn: null,
  });
});

test('one is active unless the source says otherwise', () => {
  assert.equal(used(translateRelatedPerson(person())).active, true);
});

test('one of nobody is held back', () => {
  assert.equal(
    unused(translateRelatedPerson(person({ patient: { display: 'Ada' } }))),
    'Names no client',
  );
});
