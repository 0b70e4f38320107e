import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROGRAM_DEFAULTS } from '../settings/program-defaults.ts';
import type { ClinicalFacts, RecordedSupply } from './clinical-facts.ts';
import { suppliesEnding } from './medication-flags.ts';

const TODAY = '2026-11-18';
const supply = (
  medication: RecordedSupply['medication'],
  supplyEndsOn: string | null,
  recordId = 'rx',
): RecordedSupply => ({
  medication,
  startsOn: '2026-10-25',
  endsOn: null,
  supplyEndsOn,
  recordId,
});

const ending = (
  supplies: RecordedSupply[],
  prescriberVisitOn: string | null = null,
  more: Partial<ClinicalFacts> = {},
) =>
  suppliesEnding(
    { supplies, prescriberVisitOn, opioidUse: false, ...more },
    TODAY,
    PROGRAM_DEFAULTS,
  );

test('a supply that ends within 7 days, with no visit booked', () => {
  assert.deepEqual(ending([supply('buprenorphine', '2026-11-25')]), [
    {
      rule: 'opioid-medication',
      what: 'Buprenorphine ends 25 Nov',
      evidence: 'no visit booked',
      value: 7,
      threshold: 7,
      recordIds: ['rx'],
    },
  ]);
  assert.deepEqual(ending([supply('buprenorphine', '2026-11-26')]), []);
});

test('a visit on the day after the last leaves no day uncovered, the day after that one', () => {
  const until = [supply('methadone', '2026-11-20')];
  assert.deepEqual(ending(until, '2026-11-21'), []);
  const [flag] = ending(until, '2026-11-22');
  assert.deepEqual([flag?.what, flag?.evidence], ['Methadone ends Fri', 'visit Sun']);
});

test('a supply that has ended says so', () => {
  const [flag] = ending([supply('acamprosate', '2026-11-16')]);
  assert.deepEqual(
    [flag?.rule, flag?.what, flag?.value],
    ['medication', 'Acamprosate ended Mon', -2],
  );
});

test('naltrexone is an opioid medication where opioid use disorder is diagnosed', () => {
  const naltrexone = [supply('naltrexone', '2026-11-18')];
  assert.equal(ending(naltrexone)[0]?.rule, 'medication');
  assert.equal(ending(naltrexone, null, { opioidUse: true })[0]?.rule, 'opioid-medication');
});

test('of one medication the longest supply counts; one whose end is not known ends nowhere', () => {
  const first = supply('buprenorphine', '2026-11-17');
  assert.deepEqual(ending([first, supply('buprenorphine', '2026-12-15', 'next')]), []);
  assert.deepEqual(ending([first, supply('buprenorphine', null, 'open')]), []);
});

test('naloxone is a kit at hand, and no other medication is looked at', () => {
  assert.deepEqual(ending([supply('naloxone', '2026-11-18'), supply(null, '2026-11-18')]), []);
});
