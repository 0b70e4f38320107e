import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import type { DatedScore } from './clinical-facts.ts';
import { reliableChanges, safetyAnswers } from './score-flags.ts';

const TODAY = '2026-11-18';
const score = (
  instrument: DatedScore['instrument'],
  day: string,
  total: number | null,
  answers: DatedScore['answers'] = {},
): DatedScore => ({
  instrument,
  day,
  total,
  answers,
  recordIds: [`${instrument} ${day}`],
  settled: false,
});

test('an answer of 1 to item 9 is said, whatever the total, with its day and record', () => {
  assert.deepEqual(safetyAnswers([score('phq-9', '2026-11-17', 3, { 9: 1 })], TODAY), [
    {
      rule: 'safety-answer',
      what: 'Safety answer',
      evidence: 'PHQ-9 item 9: 1, Tue',
      value: 1,
      threshold: 1,
      recordIds: ['phq-9 2026-11-17'],
    },
  ]);
  assert.deepEqual(safetyAnswers([score('phq-9', '2026-11-17', 27, { 9: 0 })], TODAY), []);
});

test('an answer that a clinician has assessed is said no longer; a new one is', () => {
  const assessed = { ...score('phq-9', '2026-11-10', 14, { 9: 2 }), settled: true };
  assert.deepEqual(safetyAnswers([assessed], TODAY), []);
  const since = score('phq-9', '2026-11-17', 12, { 9: 1 });
  assert.equal(safetyAnswers([since, assessed], TODAY)[0]?.evidence, 'PHQ-9 item 9: 1, Tue');
  // A total alone says nothing new: the answer before it was assessed.
  assert.deepEqual(safetyAnswers([score('phq-9', '2026-11-17', 12), assessed], TODAY), []);
});

test('neither a total alone nor a later no settles an answer: a clinician does', () => {
  const scores = [
    score('phq-9', '2026-11-17', 12),
    score('phq-9', '2026-10-20', 14, { 9: 2 }),
    score('phq-9', '2026-10-06', 14, { 9: 0 }),
  ];
  assert.equal(safetyAnswers(scores, TODAY)[0]?.evidence, 'PHQ-9 item 9: 2, 20 Oct');
  const no = score('phq-9', '2026-11-17', 12, { 9: 0 });
  assert.equal(safetyAnswers([no, ...scores], TODAY)[0]?.evidence, 'PHQ-9 item 9: 2, 20 Oct');
  const settled = scores.map((one) => ({ ...one, settled: true }));
  assert.deepEqual(safetyAnswers([no, ...settled], TODAY), []);
});

test('of several that nobody has assessed the newest is named, once for each form', () => {
  const scores = [
    score('phq-9', '2026-11-17', 12, { 9: 1 }),
    score('c-ssrs', '2026-11-16', null, { 1: 1, 2: 1, 3: 1, 6: 0 }),
    score('phq-9', '2026-11-03', 14, { 9: 3 }),
  ];
  assert.deepEqual(
    safetyAnswers(scores, TODAY).map(({ evidence }) => evidence),
    ['PHQ-9 item 9: 1, Tue', 'C-SSRS moderate Mon'],
  );
});

test('C-SSRS from moderate on; a low risk is no such answer', () => {
  const screened = (answers: DatedScore['answers']) =>
    safetyAnswers([score('c-ssrs', '2026-11-02', null, answers)], TODAY);
  assert.deepEqual(screened({ 1: 1, 2: 1, 3: 0, 6: 0 }), []);
  assert.equal(screened({ 1: 1, 2: 1, 3: 1, 6: 0 })[0]?.evidence, 'C-SSRS moderate 2 Nov');
  assert.deepEqual(screened({ 1: 1, 2: 1, 4: 1, 6: 0 })[0]?.value, 3);
});

test('a safety answer is on no timer: it holds until somebody has assessed it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
      const day = new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
      assert.equal(safetyAnswers([score('phq-9', day, null, { 9: 1 })], TODAY).length, 1);
    }),
  );
});

const changes = (...scores: DatedScore[]) => reliableChanges(scores, TODAY, PROGRAM_DEFAULTS);

test('PHQ-9 changes reliably from 6 on, in either direction', () => {
  const first = score('phq-9', '2026-11-03', 9);
  assert.deepEqual(changes(score('phq-9', '2026-11-17', 14), first), []);
  assert.deepEqual(changes(score('phq-9', '2026-11-17', 15), first), [
    {
      rule: 'score-worse',
      what: 'PHQ-9 up 6',
      evidence: '9 to 15, Tue',
      value: 6,
      threshold: 6,
      recordIds: ['phq-9 2026-11-17', 'phq-9 2026-11-03'],
    },
  ]);
  const [better] = changes(score('phq-9', '2026-11-17', 3), first);
  assert.deepEqual([better?.rule, better?.what], ['score-better', 'PHQ-9 down 6']);
});

test('the last total is compared with the one before it, and said for two weeks', () => {
  const older = score('gad-7', '2026-10-20', 4);
  const last = (day: string) => changes(score('gad-7', day, 9), older).length;
  assert.deepEqual([last('2026-11-04'), last('2026-11-03')], [1, 0]);
  const between = score('gad-7', '2026-11-10', 8);
  assert.deepEqual(changes(score('gad-7', '2026-11-17', 9), between, older), []);
});

test('one score is no change, nor is an instrument without a rule', () => {
  assert.deepEqual(changes(score('phq-9', '2026-11-17', 20)), []);
  const [craving, before] = [
    score('craving-nrs', '2026-11-17', 9),
    score('craving-nrs', '2026-11-10', 1),
  ];
  assert.deepEqual(changes(craving, before), []);
});
