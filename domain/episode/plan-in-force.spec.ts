import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PlanChange, type PlanInForce, planInForce } from './plan-in-force.ts';

const SOURCE: PlanInForce = {
  planId: 'plan',
  startsOn: '2026-10-12',
  endsOn: '2027-01-03',
  phases: [
    phase(1, '2026-10-12', '2026-11-08', 720),
    phase(2, '2026-11-09', '2026-12-06', 540),
    phase(3, '2026-12-07', '2027-01-03', 240),
  ],
};
function phase(number: number, startsOn: string, endsOn: string, minutesPerWeek: number | null) {
  return { number, startsOn, endsOn, minutesPerWeek, weekdays: null };
}
const moves = (number: number, from: string): PlanChange => ({
  kind: 'phase',
  says: { number, from },
});
const ends = (on: string): PlanChange => ({ kind: 'planned-discharge', says: { on } });
const said = (source: PlanInForce | null, ...changes: PlanChange[]) => {
  const plan = planInForce(source, changes);
  return (
    plan && [
      ...plan.phases.map(
        ({ number, startsOn, endsOn, minutesPerWeek }) =>
          `${number}: ${startsOn} to ${endsOn}, ${minutesPerWeek}`,
      ),
      plan.endsOn,
    ]
  );
};

test('where nobody wrote anything, the source counts as it is', () => {
  assert.equal(planInForce(SOURCE, []), SOURCE);
  assert.equal(planInForce(null, []), null);
});

test('a phase that begins earlier or later takes from the one before, or leaves it going on', () => {
  assert.deepEqual(said(SOURCE, moves(2, '2026-11-02')), [
    '1: 2026-10-12 to 2026-11-01, 720',
    '2: 2026-11-02 to 2026-12-06, 540',
    '3: 2026-12-07 to 2027-01-03, 240',
    '2027-01-03',
  ]);
  assert.deepEqual(said(SOURCE, moves(2, '2026-11-20')), [
    '1: 2026-10-12 to 2026-11-19, 720',
    '2: 2026-11-20 to 2026-12-06, 540',
    '3: 2026-12-07 to 2027-01-03, 240',
    '2027-01-03',
  ]);
});

test('a phase that is passed over never begins; one that the client goes back to follows', () => {
  assert.deepEqual(said(SOURCE, moves(3, '2026-11-02')), [
    '1: 2026-10-12 to 2026-11-01, 720',
    '3: 2026-11-02 to 2027-01-03, 240',
    '2027-01-03',
  ]);
  assert.deepEqual(said(SOURCE, moves(1, '2026-11-20')), [
    '1: 2026-10-12 to 2026-11-08, 720',
    '2: 2026-11-09 to 2026-11-19, 540',
    '1: 2026-11-20 to 2026-12-06, 720',
    '3: 2026-12-07 to 2027-01-03, 240',
    '2027-01-03',
  ]);
});

test('of two entries of one phase the later counts, in whatever order their days lie', () => {
  assert.deepEqual(
    said(SOURCE, moves(2, '2026-11-20'), moves(2, '2026-11-02')),
    said(SOURCE, moves(2, '2026-11-02')),
  );
  assert.deepEqual(
    said(SOURCE, moves(1, '2026-11-20'), moves(1, '2026-11-25')),
    said(SOURCE, moves(1, '2026-11-25')),
  );
});

test('a planned discharge cuts the last phase short, or lets it go on', () => {
  assert.deepEqual(said(SOURCE, ends('2026-11-30')), [
    '1: 2026-10-12 to 2026-11-08, 720',
    '2: 2026-11-09 to 2026-11-30, 540',
    '2026-11-30',
  ]);
  assert.deepEqual(said(SOURCE, ends('2027-02-01'))?.slice(2), [
    '3: 2026-12-07 to 2027-02-01, 240',
    '2027-02-01',
  ]);
});

test('where the source has no plan, what staff wrote is the plan, and hours are not known by it', () => {
  assert.deepEqual(said(null, moves(2, '2026-11-02')), ['2: 2026-11-02 to 9999-12-31, null', null]);
  assert.deepEqual(said(null, ends('2026-12-01')), ['2026-12-01']);
});
