import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelsOf, type StayAtLevel } from './treatment-chain.ts';

const stay = (
  id: string,
  admittedOn: string,
  endedOn: string | null,
  code: string | null,
): StayAtLevel => ({
  id,
  admittedOn,
  endedOn,
  level: code === null ? null : { code, edition: '4' },
});

test('an episode that begins within a week of another’s end goes on with its treatment', () => {
  const partial = stay('a', '2026-09-01', '2026-09-20', '2.5');
  const codes = (next: string) =>
    levelsOf([stay('b', next, null, '2.1'), partial], 'b').map(({ code }) => code);
  assert.deepEqual(codes('2026-09-27'), ['2.5', '2.1']);
  assert.deepEqual(codes('2026-09-28'), ['2.1']);
});

test('the same level twice is no change of level, and one without a level adds none', () => {
  const stays = [
    stay('a', '2026-08-01', '2026-09-01', '2.1'),
    stay('b', '2026-09-01', '2026-10-01', '2.1'),
    stay('c', '2026-10-01', null, null),
  ];
  assert.deepEqual(levelsOf(stays, 'c'), [{ code: '2.1', edition: '4', from: '2026-08-01' }]);
  assert.deepEqual(levelsOf(stays, 'none such'), []);
});
