import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translateOrganization } from './organization.ts';

test('an organization is known by its name, one without says so', () => {
  assert.deepEqual(translateOrganization({ resourceType: 'Organization', name: 'Harbor IOP' }), {
    use: { name: 'Harbor IOP' },
  });
  assert.deepEqual(translateOrganization({ resourceType: 'Organization' }), {
    use: { name: 'Unnamed unit' },
  });
});
