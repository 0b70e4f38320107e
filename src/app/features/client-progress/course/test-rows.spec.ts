import type { ClientSpecimen } from '#domain/client-progress/tests-and-medication.contract';
import { testCounts, testRows } from './test-rows';

type Result = ClientSpecimen['results'][number];
const result = (
  analyte: string,
  expectation: Result['expectation'],
  confirmed = false,
): Result => ({
  analyte,
  detected: expectation?.endsWith('positive') ?? null,
  confirmed,
  expectation,
});
const specimen = (collectedOn: string, state: string, ...results: Result[]): ClientSpecimen => ({
  collectedOn,
  state,
  results,
  recordIds: ['r'],
});

describe('testRows', () => {
  it('marks a row by the gravest of its analytes', () => {
    const rows = testRows([
      specimen(
        '2026-11-02',
        'reported',
        result('fentanyl', 'unexpected-positive', true),
        result('opiates', 'expected-negative'),
        result('cannabinoids', 'expected-negative'),
      ),
    ]);
    expect(rows.map(({ name, marks }) => [name, marks[0]?.mark])).toEqual([
      ['Cannabinoids', 'expected'],
      ['Opioids', 'unexpected-confirmed'],
    ]);
  });

  it('draws a specimen without a result in every row, and never as expected', () => {
    const rows = testRows([
      specimen('2026-11-02', 'reported', result('etg', 'expected-negative')),
      specimen('2026-11-09', 'dilute', result('etg', 'expected-negative')),
    ]);
    expect(rows[0]?.marks.map(({ mark }) => mark)).toEqual(['expected', 'dilute']);
  });

  it('leaves a day without a mark where the row was not tested', () => {
    const rows = testRows([
      specimen('2026-11-02', 'reported', result('etg', 'expected-negative')),
      specimen('2026-11-09', 'reported', result('fentanyl', null)),
    ]);
    expect(rows.map(({ name, marks }) => [name, marks.map(({ day }) => day)])).toEqual([
      ['Alcohol (EtG)', ['2026-11-02']],
      ['Opioids', ['2026-11-09']],
    ]);
    expect(rows[1]?.marks[0]?.mark).toBe('inconclusive');
  });
});

describe('testCounts', () => {
  it('counts refused and dilute apart from results', () => {
    expect(
      testCounts([
        specimen('2026-11-02', 'reported', result('etg', 'unexpected-positive')),
        specimen('2026-11-04', 'reported', result('etg', 'expected-negative')),
        specimen('2026-11-09', 'dilute', result('etg', 'unexpected-positive')),
        specimen('2026-11-11', 'refused'),
      ]),
    ).toEqual({ asked: 4, valid: 2, unexpected: 1, others: '1 dilute, 1 refused' });
  });
});
