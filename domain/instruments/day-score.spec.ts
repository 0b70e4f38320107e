import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BAM_IOP } from './bam-iop.ts';
import { DAST_10 } from './dast-10.ts';
import { dayScore, type ScoreReport } from './day-score.ts';
import { PHQ_9 } from './phq-9.ts';
import { outOfRange, scoreAnswers } from './score-answers.ts';

const report = (part: Partial<ScoreReport>): ScoreReport => ({
  recordId: 'r1',
  at: null,
  total: null,
  answers: {},
  ...part,
});
const nines = (value: number) =>
  Object.fromEntries(Array.from({ length: 9 }, (_, index) => [String(index + 1), value]));

test('answers add up; the tenth question of PHQ-9 is in no total', () => {
  assert.equal(scoreAnswers(PHQ_9, { ...nines(2), 10: 3 }).total, 18);
});

test('a missing answer leaves no total, and says which', () => {
  const eight = Object.fromEntries(Object.entries(nines(3)).filter(([item]) => item !== '4'));
  const { total, missing } = scoreAnswers(PHQ_9, eight);
  assert.deepEqual([total, missing], [null, ['4']]);
});

test('DAST-10: being able to stop counts when it is denied', () => {
  const all = (value: number) => Object.fromEntries(DAST_10.items.map(({ id }) => [id, value]));
  assert.equal(scoreAnswers(DAST_10, all(0)).total, 1);
  assert.equal(scoreAnswers(DAST_10, { ...all(0), 3: 1 }).total, 0);
});

test('BAM has subscales and no total; one of them may be known without the others', () => {
  const { total, subscales } = scoreAnswers(BAM_IOP, { 4: 1, 5: 0, 6: 4, '7A': 4, 17: 4 });
  assert.deepEqual([total, subscales], [null, { use: 5, risk: null, protective: null }]);
});

test('an answer that the form does not offer is told', () => {
  assert.deepEqual(outOfRange(PHQ_9, { 1: 3, 2: 4, 3: -1, 4: 1.5, 5: Number.NaN }), [
    '2',
    '3',
    '4',
    '5',
  ]);
  assert.deepEqual(outOfRange(PHQ_9, nines(3)), []);
});

test('a stored total is preferred, and the answers that come to another flag it', () => {
  const { total, totalFrom, mismatch } = dayScore(PHQ_9, [
    report({ total: 12 }),
    report({ recordId: 'r2', answers: nines(1) }),
  ]);
  assert.deepEqual([total, totalFrom, mismatch], [12, 'stored', true]);
});

test('without a stored total the answers give it; without all answers there is none', () => {
  assert.equal(dayScore(PHQ_9, [report({ answers: nines(1) })]).totalFrom, 'computed');
  const part = dayScore(PHQ_9, [report({ answers: { 9: 2 } })]);
  assert.deepEqual([part.total, part.totalFrom, part.mismatch], [null, null, false]);
});

test('of two totals of a day the later one counts, and they flag each other', () => {
  const { total, mismatch } = dayScore(PHQ_9, [
    report({ recordId: 'evening', at: 2, total: 9 }),
    report({ recordId: 'morning', at: 1, total: 14 }),
  ]);
  assert.deepEqual([total, mismatch], [9, true]);
});

test('the same score twice is one', () => {
  const twice = dayScore(PHQ_9, [report({ total: 9 }), report({ recordId: 'r2', total: 9 })]);
  assert.deepEqual([twice.total, twice.mismatch, twice.recordIds], [9, false, ['r1', 'r2']]);
});

test('law: the order in which records came changes nothing', () => {
  const anyReport = fc.record({
    at: fc.option(fc.integer({ min: 0, max: 3 })),
    total: fc.option(fc.integer({ min: 0, max: 27 })),
    answers: fc.dictionary(fc.constantFrom('1', '2', '9'), fc.integer({ min: 0, max: 3 })),
  });
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 5 }), fc.nat(), (parts, turn) => {
      const reports = parts.map((part, index) => ({ ...part, recordId: `r${index}` }));
      const turned = [...reports.slice(turn % 5), ...reports.slice(0, turn % 5)];
      assert.deepEqual(dayScore(PHQ_9, turned), dayScore(PHQ_9, reports));
    }),
    { endOnFailure: true, numRuns: 50 },
  );
});
