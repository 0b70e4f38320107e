import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translateOrganization } from './organization.ts';

test('an organization is known by its name, one without says so', () => {
  assert.deepEqual(translateOrganization({ resourceType: 'Organization', name: 'Harbor IOP' }), {
    use: { name: 'Harbor IOP', address: null },
  });
  assert.deepEqual(translateOrganization({ resourceType: 'Organization' }), {
    use: { name: 'Unnamed unit', address: null },
  });
});

test('where it is, is kept for who writes to it', () => {
  const address = [{ line: ['12 Court Street'], city: 'Salem', state: 'MA', postalCode: '01970' }];
  assert.deepEqual(
    translateOrganization({ resourceType: 'Organization', name: 'Drug Court', address }),
    { use: { name: 'Drug Court', address: '12 Court Street, Salem, MA 01970' } },
  );
});
