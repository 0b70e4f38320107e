import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Flag } from 'fhir/r4';
import { translateFlag } from './flag.ts';
import { unused, used } from './translation.fixture.ts';

const flag = (part: Partial<Flag> = {}): Flag => ({
  resourceType: 'Flag',
  id: 'f1',
  status: 'active',
  category: [{ coding: [{ code: 'safety' }] }],
  code: { text: 'Call before visiting' },
  subject: { reference: 'Patient/p1' },
  ...part,
});

test('a flag: its words, category and time', () => {
  assert.deepEqual(used(translateFlag(flag({ period: { start: '2026-10-05' } }))), {
    client: { type: 'Patient', id: 'p1' },
    category: 'safety',
    words: 'Call before visiting',
    status: 'active',
    startsOn: '2026-10-05',
    endsOn: null,
  });
});

test('a note in free words has no category (Epic)', () => {
  assert.equal(used(translateFlag(flag({ category: undefined }))).category, null);
});

test('a flag of a place is about no client; one of nobody, or without words, is held back', () => {
  const reason = (part: Partial<Flag>) => unused(translateFlag(flag(part)));
  assert.equal(reason({ subject: { reference: 'Location/north' } }), 'About no client');
  assert.equal(reason({ subject: { display: 'Ada' } }), 'Names no client');
  assert.equal(reason({ code: {} }), 'Has no words');
  assert.equal(reason({ status: 'entered-in-error' }), 'Entered in error');
});
