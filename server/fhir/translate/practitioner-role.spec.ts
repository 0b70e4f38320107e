import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PractitionerRole } from 'fhir/r4';
import { translatePractitionerRole } from './practitioner-role.ts';

const role = (part: Partial<PractitionerRole>) =>
  translatePractitionerRole({ resourceType: 'PractitionerRole', ...part });

const practitioner = { reference: 'Practitioner/d1' };

test('a role: whose, where, and what they are called', () => {
  assert.deepEqual(
    role({
      practitioner,
      location: [{ reference: 'Location/north' }],
      code: [{ text: 'Counselor', coding: [{ display: 'Addiction counselor' }] }],
    }),
    {
      use: {
        staff: { type: 'Practitioner', id: 'd1' },
        site: { type: 'Location', id: 'north' },
        title: 'Counselor',
      },
    },
  );
});

test('the title is the code’s own words, else that of its coding, else staff', () => {
  const titled = (code: PractitionerRole['code']) => {
    const translation = role({ practitioner, code });
    return 'use' in translation ? translation.use.title : null;
  };
  assert.equal(
    titled([{ coding: [{ code: '1', display: 'Peer specialist' }] }]),
    'Peer specialist',
  );
  assert.equal(titled([{ coding: [{ code: '1' }] }]), 'Staff');
  assert.equal(titled(undefined), 'Staff');
});

test('a role of nobody is held back', () => {
  assert.deepEqual(role({ location: [{ reference: 'Location/north' }] }), {
    heldBack: { reason: 'Names no practitioner', effect: 'the role is not shown' },
  });
});
