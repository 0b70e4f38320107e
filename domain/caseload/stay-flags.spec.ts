import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import type { Hold } from './clinical-facts.ts';
import { away, newlyAssigned, returned } from './stay-flags.ts';

const TODAY = '2026-11-18';
const hold = (about: Partial<Hold>): Hold => ({
  recordId: 'hold',
  startsOn: '2026-11-12',
  endsOn: null,
  words: 'On hold: in hospital',
  ...about,
});

test('away: where by the record’s words, and the return where it is recorded', () => {
  assert.deepEqual(away(hold({}), TODAY), [
    {
      rule: 'on-hold',
      what: 'On hold: in hospital',
      evidence: 'return not recorded',
      value: 6,
      threshold: 0,
      recordIds: ['hold'],
    },
  ]);
  const [flag] = away(hold({ endsOn: '2026-11-20', words: null }), TODAY);
  assert.deepEqual([flag?.what, flag?.evidence], ['On hold', 'return expected Fri']);
});

test('returned from the day of the return on, for a week', () => {
  const back = (endsOn: string) => returned(hold({ endsOn }), TODAY, PROGRAM_DEFAULTS)[0];
  assert.equal(back('2026-11-19'), undefined);
  assert.deepEqual([back(TODAY)?.what, back(TODAY)?.value], ['Returned Wed', 0]);
  assert.equal(back('2026-11-12')?.evidence, 'was on hold: in hospital');
  assert.equal(back('2026-11-11'), undefined);
  assert.deepEqual(returned(hold({}), TODAY, PROGRAM_DEFAULTS), []);
});

const assigned = (on: string, about: Partial<Parameters<typeof newlyAssigned>[1]> = {}) =>
  newlyAssigned(
    { on, recordId: 'episode' },
    { handedOver: null, continues: false, ...about },
    TODAY,
    PROGRAM_DEFAULTS,
  )[0];

test('new for a week from admission', () => {
  assert.deepEqual(
    [assigned('2026-11-12')?.what, assigned('2026-11-12')?.evidence],
    ['New', 'admitted 12 Nov'],
  );
  assert.equal(assigned('2026-11-11'), undefined);
});

test('who moves to another level with the same counselor is not new to them', () => {
  assert.equal(assigned(TODAY, { continues: true }), undefined);
});

test('handed over, by the day on which the episode came to name another counselor', () => {
  const handedOver = { on: '2026-11-16', at: '2026-11-16T15:00:00Z', recordId: 'episode' };
  const flag = assigned('2026-10-05', { handedOver, continues: true });
  assert.deepEqual([flag?.what, flag?.evidence], ['Handed over', 'Mon']);
});
