import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelInWords } from './level-in-words.ts';

test('a level has the name of its own edition, and none where the edition is not known', () => {
  assert.match(
    levelInWords({ code: '2.5', edition: '3' }),
    /^partial hospitalization, level 2\.5 /,
  );
  assert.match(levelInWords({ code: '2.5', edition: '4' }), /^high-intensity outpatient, .*fourth/);
  assert.match(levelInWords({ code: '2.1', edition: null }), /^level 2\.1 .*edition not recorded$/);
});
