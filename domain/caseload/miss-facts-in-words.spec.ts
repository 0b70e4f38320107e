import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missFactsInWords } from './miss-facts-in-words.ts';
import type { MissFacts } from './risk-facts.contract.ts';

const NOTHING: MissFacts = {
  substances: [],
  medications: [],
  overdose: null,
  release: null,
  naloxone: null,
};
const said = (facts: Partial<MissFacts>) =>
  missFactsInWords({ ...NOTHING, ...facts }, Date.parse('2026-11-18T13:02:00Z')).map(
    ({ name, words }) => `${name}: ${words}`,
  );

test('what is not recorded keeps its place, and is no zero', () => {
  assert.deepEqual(said({}), [
    'Substances: null',
    'Medication: null',
    'Overdose: null',
    'Release: null',
    'Naloxone: null',
  ]);
});

test('each in a few words, with the year only when it is another', () => {
  assert.deepEqual(
    said({
      substances: [
        { name: 'opioids', inRemission: false },
        { name: 'alcohol', inRemission: true },
      ],
      medications: [{ words: 'buprenorphine', on: '2026-11-29' }],
      overdose: { words: 'Poisoning by fentanyl', on: '2025-08-30' },
      release: { words: 'Detox', on: '2026-10-01' },
      naloxone: { words: 'Naloxone 4 mg', on: '2026-10-06' },
    }),
    [
      'Substances: opioids, alcohol (in remission)',
      'Medication: buprenorphine until Sun 29 Nov',
      'Overdose: Sat 30 Aug 2025',
      'Release: Detox until Thu 1 Oct',
      'Naloxone: Tue 6 Oct',
    ],
  );
});

test('a day that the record does not name is said to be missing', () => {
  const [, medication, overdose] = said({
    medications: [{ words: 'naltrexone', on: null }],
    overdose: { words: 'Poisoning by heroin', on: null },
  });
  assert.equal(medication, 'Medication: naltrexone end not recorded');
  assert.equal(overdose, 'Overdose: day not recorded');
});

test('of many the first are named and the rest counted', () => {
  const names = ['opioids', 'stimulants', 'alcohol', 'cannabis', 'sedatives'];
  const [substances] = said({ substances: names.map((name) => ({ name, inRemission: false })) });
  assert.equal(substances, 'Substances: opioids, stimulants, alcohol +2');
});
