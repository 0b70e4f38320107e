import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Check } from 'typebox/value';
import { ENTRY_KINDS, type Says } from './client-entry.contract.ts';
import type { DimensionAssessment } from './dimension-assessment.contract.ts';
import { dimensionsReassessed } from './dimensions-reassessed.ts';
import { entryInWords } from './entry-in-words.ts';

const rated = (...risks: (number | null)[]) => risks.map((risk) => ({ risk, note: null }));
const SIX = rated(0, 1, 2, 1, 3, 2);
const assessed = (
  on: string,
  dimensions: DimensionAssessment['dimensions'] = SIX,
  edition: DimensionAssessment['edition'] = '3',
): DimensionAssessment => ({ id: on, edition, on, rater: 'Dana Flint', dimensions });
/** Admitted on 12 October, asked on Wednesday 18 November. */
const found = (...assessments: DimensionAssessment[]) => {
  const { state, evidence } = dimensionsReassessed({
    ...{ assessments, admittedOn: '2026-10-12', today: '2026-11-18' },
  });
  return `${state}: ${evidence}`;
};

test('reassessed is what follows another assessment, with who and when of both', () => {
  assert.equal(
    found(assessed('2026-11-09'), assessed('2026-10-12')),
    'met: Dana Flint, 9 Nov, 3rd edition; before: Dana Flint, 12 Oct',
  );
  // Soon after admission too.
  assert.match(found(assessed('2026-10-20'), assessed('2026-10-12')), /^met: /);
});

test('once, at admission, is an assessment; once, later than one at admission comes, is another', () => {
  assert.equal(
    found(assessed('2026-10-26')),
    'not-enough-records: assessed once, at admission: Dana Flint, 26 Oct, 3rd edition',
  );
  assert.equal(found(assessed('2026-10-27')), 'met: Dana Flint, 27 Oct, 3rd edition');
});

test('a dimension that the last one leaves out is not reassessed, whatever was noted or rated before', () => {
  const noted = SIX.map((one, at) => (at === 3 ? { risk: null, note: 'Next time' } : one));
  assert.equal(
    found(assessed('2026-11-09', noted), assessed('2026-10-12')),
    'not-met: not assessed: 4; Dana Flint, 9 Nov, 3rd edition; before: Dana Flint, 12 Oct',
  );
});

test('of the fourth edition words are what was found', () => {
  const said = Array.from({ length: 6 }, () => ({ risk: null, note: 'Stable' }));
  assert.match(found(assessed('2026-11-09', said, '4')), /^met: /);
  const less = said.map((one, at) => (at === 5 ? { ...one, note: null } : one));
  assert.match(found(assessed('2026-11-09', less, '4')), /^not-met: not assessed: 6;/);
});

test('nobody wrote one: that is not known, and no source is read', () => {
  assert.match(found(), /^not-enough-records: .*none is read from the source$/);
});

test('the third edition rates from 0 to 4, the fourth in words alone; six dimensions, none twice', () => {
  const says = (about: object) => ({
    ...{ edition: '3', on: '2026-11-09', rater: null, dimensions: SIX },
    ...about,
  });
  const isTaken = (about: object) => Check(ENTRY_KINDS.dimensions, says(about));
  assert.deepEqual(
    [
      isTaken({}),
      isTaken({ dimensions: rated(0, 1, 2, 3, 4, 5) }),
      isTaken({ dimensions: SIX.slice(1) }),
      isTaken({ edition: '4' }),
      isTaken({ edition: '4', dimensions: rated(null, null, null, null, null, null) }),
      isTaken({ edition: '5' }),
    ],
    [true, false, false, false, true, false],
  );
});

test('a mean is from 1 to 5 to one decimal, every one of them', () => {
  const isTaken = (mean: number) =>
    Check(ENTRY_KINDS['working-alliance'], { on: '2026-11-09', instrument: 'WAI-SR', mean });
  const tenths = Array.from({ length: 41 }, (_, at) => Number((1 + at / 10).toFixed(1)));
  assert.deepEqual(
    tenths.filter((mean) => !isTaken(mean)),
    [],
  );
  assert.deepEqual([0.9, 5.1, 3.14].filter(isTaken), []);
});

test('both are read aloud with what was not assessed, and without a verdict', () => {
  const says: Says<'dimensions'> = {
    ...{ edition: '3', on: '2026-11-09', rater: 'Vera Vogt' },
    dimensions: SIX.map((one, at) =>
      at === 0 ? { risk: 0, note: 'No withdrawal' } : at === 3 ? { risk: null, note: null } : one,
    ),
  };
  const { what, detail } = entryInWords({ kind: 'dimensions', says }, '2026-11-18');
  assert.equal(what, 'Six dimensions, 3rd edition, 9 Nov, rated by Vera Vogt');
  assert.match(
    detail ?? '',
    /^1 Intoxication, withdrawal: risk 0, No withdrawal; 2 Biomedical: risk 1;/,
  );
  assert.match(detail ?? '', /4 Readiness to change: not assessed;/);
  assert.deepEqual(
    entryInWords(
      { kind: 'working-alliance', says: { on: '2026-11-09', instrument: 'WAI-SR', mean: 4 } },
      '2026-11-18',
    ),
    {
      what: 'Working alliance, WAI-SR, 9 Nov',
      detail: 'mean 4.0 of 1 to 5, by the client; no published rule is used',
    },
  );
});
