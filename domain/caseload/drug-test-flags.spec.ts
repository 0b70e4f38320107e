import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpecimenResult } from '../drug-tests/specimen.ts';
import type { CollectedSpecimen } from '../drug-tests/specimens.ts';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import { unexpectedTests } from './drug-test-flags.ts';

const TODAY = '2026-11-18';
const result = (
  analyte: string,
  expectation: SpecimenResult['expectation'],
  confirmed = false,
): SpecimenResult => ({
  analyte,
  confirmed,
  expectation,
  detected: expectation?.endsWith('positive') ?? null,
});
const specimen = (collectedOn: string, ...results: SpecimenResult[]): CollectedSpecimen => ({
  state: 'reported',
  collectedAt: collectedOn,
  collectedOn,
  results,
  recordIds: [`test ${collectedOn}`],
});
const flags = (...specimens: CollectedSpecimen[]) =>
  unexpectedTests(specimens, TODAY, PROGRAM_DEFAULTS);

test('an unexpected result, with what was found and when', () => {
  const screen = specimen('2026-11-16', result('fentanyl', 'unexpected-positive'));
  assert.deepEqual(flags(screen), [
    {
      rule: 'unexpected-test',
      what: 'Unexpected result',
      evidence: 'fentanyl screen, Mon',
      value: 1,
      threshold: 1,
      recordIds: ['test 2026-11-16'],
    },
  ]);
});

test('confirmed, several, and what was expected and is missing', () => {
  const several = specimen(
    '2026-11-17',
    result('6-mam', 'unexpected-positive', true),
    result('fentanyl', 'unexpected-positive'),
    result('opiates', 'expected-negative'),
  );
  assert.equal(flags(several)[0]?.evidence, '6-MAM +1, Tue');
  const missing = specimen('2026-11-17', result('buprenorphine', 'unexpected-negative'));
  assert.equal(flags(missing)[0]?.evidence, 'no buprenorphine, Tue');
});

test('for 7 days after the collection', () => {
  const on = (day: string) => flags(specimen(day, result('cocaine', 'unexpected-positive'))).length;
  assert.deepEqual([on('2026-11-11'), on('2026-11-10')], [1, 0]);
});

test('what was expected, inconclusive or refused is none', () => {
  const expected = specimen('2026-11-16', result('methadone', 'expected-positive'));
  const inconclusive = specimen('2026-11-16', result('etg', null));
  const refused = { ...specimen('2026-11-16'), state: 'refused' as const };
  assert.deepEqual(flags(expected, inconclusive, refused), []);
});
