import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relationshipInWords } from './relationship.ts';

test('a role of HL7 in a word, whatever its case; other words as they came', () => {
  assert.equal(relationshipInWords('SPS'), 'spouse');
  assert.equal(relationshipInWords('mth'), 'mother');
  assert.equal(relationshipInWords('Sponsor'), 'sponsor');
});
