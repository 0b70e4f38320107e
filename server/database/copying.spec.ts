import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copying, isCopying } from './copying.ts';

test('copying is told from other statements, with or without something before it', () => {
  const copy = 'COPY line (number, body) FROM STDIN';
  const before = 'DO $$ BEGIN TRUNCATE "staged_staff"; END $$; ';
  assert.ok(isCopying(copy));
  assert.ok(!isCopying(before));
  assert.ok(!isCopying(`SELECT '${copy}'`));
  assert.deepEqual(copying(copy), { before: '', copy });
  assert.deepEqual(copying(before + copy), { before, copy });
});
