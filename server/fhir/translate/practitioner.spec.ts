import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translatePractitioner } from './practitioner.ts';

test('a practitioner is known by name', () => {
  const name = [{ family: 'Okafor', given: ['Chidi'], suffix: ['LCSW'] }];
  assert.deepEqual(translatePractitioner({ resourceType: 'Practitioner', name }), {
    use: { familyName: 'Okafor', givenName: 'Chidi' },
  });
  assert.deepEqual(translatePractitioner({ resourceType: 'Practitioner' }), {
    use: { familyName: 'Name not recorded', givenName: '' },
  });
});
