import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLevelOfCare } from './level-of-care.ts';

test('levels of both editions of The ASAM Criteria are levels', () => {
  for (const code of ['1', '2.1', '2.5', '3.3', '1.5', '1.7', '2.7']) {
    assert.ok(isLevelOfCare(code), code);
  }
});

test('a local code and a number that is no level are none', () => {
  for (const code of ['', '09', '2', '2.10', '3.5-STIRT', 'IOP']) {
    assert.ok(!isLevelOfCare(code), code);
  }
});
