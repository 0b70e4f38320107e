import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientSpecimen } from '../client-progress/tests-and-medication.contract.ts';
import { confirmedTests } from './confirmed-tests.ts';

const specimen = (
  collectedOn: string,
  state: string,
  ...results: Partial<ClientSpecimen['results'][number]>[]
): ClientSpecimen => ({
  collectedOn,
  state,
  recordIds: [],
  results: results.map((result) => ({
    ...{ analyte: 'cocaine', detected: true, confirmed: true, expectation: null },
    ...result,
  })),
});

test('only what a laboratory confirmed goes; of the rest how many, and why', () => {
  const { tests, leftOut } = confirmedTests(
    [
      specimen('2026-10-18', 'reported', {}),
      specimen('2026-10-19', 'reported', {}, { analyte: 'thc', confirmed: false }),
      specimen('2026-10-26', 'reported', { confirmed: false }),
      specimen('2026-11-02', 'reported', { confirmed: false }),
      specimen('2026-11-09', 'pending', {}),
      specimen('2026-11-16', 'refused'),
      specimen('2026-11-18', 'reported', {
        analyte: 'buprenorphine',
        expectation: 'expected-positive',
      }),
      specimen('2026-11-19', 'reported', {}),
    ],
    '2026-10-19',
    '2026-11-18',
  );
  assert.deepEqual(tests, [
    { day: '2026-10-19', results: [{ analyte: 'cocaine', detected: true, asPrescribed: false }] },
    {
      day: '2026-11-18',
      results: [{ analyte: 'buprenorphine', detected: true, asPrescribed: true }],
    },
  ]);
  assert.deepEqual(leftOut, [
    { why: 'presumptive', count: 2 },
    { why: 'pending', count: 1 },
    { why: 'refused', count: 1 },
  ]);
});

test('a dilute or invalid specimen tells nothing, whatever was found in it; nor does what could not be told', () => {
  const { tests, leftOut } = confirmedTests(
    [
      specimen('2026-11-02', 'dilute', {}),
      specimen('2026-11-09', 'invalid', {}),
      specimen('2026-11-16', 'reported', { detected: null }),
    ],
    null,
    '2026-11-18',
  );
  assert.deepEqual(tests, []);
  assert.deepEqual(
    leftOut.map(({ why }) => why),
    ['dilute', 'invalid', 'presumptive'],
  );
});
