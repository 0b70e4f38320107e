import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelReview, type LevelReviewFacts } from './level-review.ts';

const NO_DIMENSIONS = { assessments: [], admittedOn: '2026-10-12', today: '2026-11-18' };
const NOTHING: LevelReviewFacts = {
  ...{ goals: [], changes: [], risks: [] },
  dimensions: NO_DIMENSIONS,
};
const found = (facts: Partial<LevelReviewFacts>, id: string) => {
  const criterion = levelReview({ ...NOTHING, ...facts }).find((one) => one.id === id);
  return criterion && `${criterion.state}: ${criterion.evidence}`;
};
const goals = (...achievements: (string | null)[]) =>
  achievements.map((achievement, index) => ({ achievement, recordId: `g${index}` }));
const change = (name: string, of: string | null) => ({ name, change: of, recordIds: [name] });

test('goals are met when all of them are; one that nobody judged leaves it open', () => {
  const met = (...of: (string | null)[]) => found({ goals: goals(...of) }, 'goals-met');
  assert.equal(met('achieved', 'sustaining'), 'met: 2 of 2 goals');
  assert.equal(met('achieved', 'improving'), 'not-met: 1 of 2 goals');
  assert.equal(met('achieved', null), 'not-enough-records: 1 of 1 goals, 1 not judged');
  assert.equal(met('improving', null), 'not-met: 0 of 1 goals, 1 not judged');
  assert.equal(met(null), 'not-enough-records: no goal was judged');
  assert.equal(met(), 'not-enough-records: no goal was judged');
});

test('progress is more than half improving while goals are unmet', () => {
  const on = (...of: (string | null)[]) => found({ goals: goals(...of) }, 'progressing');
  assert.equal(on('improving', 'no-change'), 'not-met: 1 of 2 improving or met');
  assert.equal(on('improving', 'achieved', 'worsening'), 'met: 2 of 3 improving or met');
  assert.equal(on('achieved'), 'not-met: 1 of 1 improving or met');
});

test('worse is by the instrument’s rule; measured once is no comparison', () => {
  const worse = (...changes: LevelReviewFacts['changes']) => found({ changes }, 'worse');
  assert.equal(
    worse(change('PHQ-9', 'reliable-deterioration'), change('GAD-7', 'no-reliable-change')),
    'met: PHQ-9',
  );
  assert.equal(worse(change('GAD-7', 'reliable-improvement')), 'not-met: none of GAD-7');
  assert.equal(worse(change('PHQ-9', null)), 'not-enough-records: no measure was taken twice');
});

test('an open safety signal stands against a lower risk; dimensions nobody assessed are never taken for reassessed', () => {
  const risks = [{ words: 'C-SSRS high', recordIds: ['c'] }];
  assert.equal(found({ risks }, 'risk'), 'not-met: C-SSRS high');
  assert.equal(found({}, 'risk'), 'met: none is open');
  assert.match(found({}, 'dimensions') ?? '', /^not-enough-records/);
});
