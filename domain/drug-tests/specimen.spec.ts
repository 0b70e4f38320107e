import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Medication } from '../medication/medication.ts';
import { ANALYTES, analyteOfCode } from './analytes.ts';
import { type AnalyteFinding, type DrugTestReport, specimenOf } from './specimen.ts';

const NOTHING: ReadonlySet<Medication> = new Set();
const report = (part: Partial<DrugTestReport> = {}): DrugTestReport => ({
  recordId: 'r1',
  state: null,
  findings: [],
  creatinine: null,
  specificGravity: null,
  confirmsAll: false,
  ...part,
});
const finding = (analyte: string, detected: boolean | null, confirmed = false): AnalyteFinding => ({
  analyte,
  detected,
  confirmed,
});
const expectation = (analyte: string, detected: boolean, ...prescribed: Medication[]) =>
  specimenOf([report({ findings: [finding(analyte, detected)] })], new Set(prescribed)).results[0]
    ?.expectation;

test('what is expected follows from what is prescribed', () => {
  assert.equal(expectation('fentanyl', false), 'expected-negative');
  assert.equal(expectation('fentanyl', true), 'unexpected-positive');
  assert.equal(expectation('buprenorphine', true, 'buprenorphine'), 'expected-positive');
  assert.equal(expectation('buprenorphine', false, 'buprenorphine'), 'unexpected-negative');
  assert.equal(expectation('buprenorphine', true), 'unexpected-positive');
  assert.equal(expectation('eddp', true, 'methadone'), 'expected-positive');
  assert.equal(expectation('opiates', true, 'methadone'), 'unexpected-positive');
});

test('a confirmed finding replaces the screen', () => {
  const { results } = specimenOf(
    [
      report({ findings: [finding('opiates', true)] }),
      report({ recordId: 'r2', findings: [finding('opiates', false, true)] }),
    ],
    NOTHING,
  );
  assert.deepEqual(results, [
    { ...finding('opiates', false, true), expectation: 'expected-negative' },
  ]);
});

test('an inconclusive finding is neither expected nor unexpected', () => {
  const { results, state } = specimenOf(
    [report({ findings: [finding('opiates', null)] })],
    NOTHING,
  );
  assert.deepEqual([results[0]?.expectation, state], [null, 'reported']);
});

test('the final report of a confirming panel confirms its members, whichever came first', () => {
  const screen = report({ findings: [finding('opiates', true)] });
  const panel = report({ recordId: 'r2', confirmsAll: true });
  assert.equal(specimenOf([screen, panel], NOTHING).results[0]?.confirmed, true);
  assert.equal(specimenOf([screen], NOTHING).results[0]?.confirmed, false);
});

const stateOf = (...parts: Partial<DrugTestReport>[]) =>
  specimenOf(parts.map(report), NOTHING).state;
const found = [finding('opiates', false)];

test('refused, missed and invalid are states of their own, whatever else came', () => {
  assert.equal(stateOf({ state: 'refused' }), 'refused');
  assert.equal(stateOf({ state: 'missed' }), 'missed');
  assert.equal(stateOf({ state: 'invalid' }, { findings: found }), 'invalid');
});

test('pending until every part has a result', () => {
  assert.equal(stateOf({}), 'pending');
  assert.equal(stateOf({ findings: found }, { state: 'pending' }), 'pending');
  assert.equal(stateOf({ findings: found }), 'reported');
});

test('dilute: creatinine from 2 to below 20 mg/dL, with a low specific gravity', () => {
  const dilute = (creatinine: number, specificGravity: number | null) =>
    stateOf({ findings: found, creatinine, specificGravity }) === 'dilute';
  assert.deepEqual(
    [dilute(2, 1.002), dilute(19.9, 1.002), dilute(20, 1.002), dilute(1.9, 1.002)],
    [true, true, false, false],
  );
  assert.deepEqual([dilute(10, 1.003), dilute(10, null)], [false, false]);
});

test('creatinine and specific gravity may come apart', () => {
  assert.equal(stateOf({ creatinine: 10 }, { specificGravity: 1.002 }), 'dilute');
});

test('an analyte is known by its code, with the method', () => {
  assert.equal(analyteOfCode('59673-4')?.analyte.id, 'fentanyl');
  assert.equal(analyteOfCode('18282-4')?.confirms, false);
  assert.equal(analyteOfCode('19289-8')?.confirms, true);
  assert.equal(analyteOfCode('2339-0'), null);
});

test('law: the order in which records came changes nothing', () => {
  const reports = fc.array(
    fc.record({
      findings: fc.array(
        fc.record({
          analyte: fc.constantFrom(...ANALYTES.map(({ id }) => id)),
          detected: fc.option(fc.boolean()),
          confirmed: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      state: fc.constantFrom('refused', 'invalid', 'pending', null),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(reports, (parts) => {
      const all = parts.map((part, index) => report({ ...part, recordId: `r${index}` }));
      assert.deepEqual(specimenOf([...all].reverse(), NOTHING), specimenOf(all, NOTHING));
    }),
    { endOnFailure: true, numRuns: 50 },
  );
});
