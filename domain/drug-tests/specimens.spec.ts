import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Medication } from '../medication/medication.ts';
import { type CollectedReport, specimensOf } from './specimens.ts';

const report = (recordId: string, at: string, part: Partial<CollectedReport> = {}) => ({
  recordId,
  state: null,
  findings: [],
  creatinine: null,
  specificGravity: null,
  confirmsAll: false,
  collectedAt: at,
  collectedOn: at.slice(0, 10),
  memberIds: [],
  isTest: true,
  ...part,
});
const MORNING = '2026-11-02T14:00:00Z';
const found = (analyte: string) => [{ analyte, detected: true, confirmed: false }];
const nothing = (): ReadonlySet<Medication> => new Set();

test('analytes of one collection are one specimen, with or without a panel', () => {
  const [specimen, ...others] = specimensOf(
    [
      report('a', MORNING, { findings: found('opiates') }),
      report('b', MORNING, { findings: found('fentanyl') }),
    ],
    nothing,
  );
  assert.deepEqual(others, []);
  assert.deepEqual(
    specimen?.results.map(({ analyte }) => analyte),
    ['opiates', 'fentanyl'],
  );
});

test('a part that gives another instant is its panel’s', () => {
  const specimens = specimensOf(
    [
      report('part', '2026-11-03T09:00:00Z', { findings: found('opiates') }),
      report('panel', MORNING, { memberIds: ['part'] }),
    ],
    nothing,
  );
  assert.deepEqual(
    specimens.map(({ collectedAt, recordIds }) => [collectedAt, recordIds]),
    [[MORNING, ['panel', 'part']]],
  );
});

test('a creatinine of another day is no drug test', () => {
  const alone = report('c', '2026-11-09T09:00:00Z', { creatinine: 80, isTest: false });
  assert.deepEqual(specimensOf([alone], nothing), []);
});

test('what was prescribed on the day of each collection counts', () => {
  const since = (day: string) => new Set<Medication>(day >= '2026-11-05' ? ['buprenorphine'] : []);
  const findings = found('buprenorphine');
  const expectations = specimensOf(
    [
      report('before', MORNING, { findings }),
      report('after', '2026-11-09T14:00:00Z', { findings }),
    ],
    since,
  ).map(({ results }) => results[0]?.expectation);
  assert.deepEqual(expectations, ['expected-positive', 'unexpected-positive']);
});
