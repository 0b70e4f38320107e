import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medicationNamed } from './medication.ts';
import { prescribedOn, supplyEnd } from './supply.ts';

test('a medication is known by the ingredient in its name', () => {
  const names: [string, ReturnType<typeof medicationNamed>][] = [
    ['Buprenorphine 8 MG / Naloxone 2 MG Sublingual Film', 'buprenorphine'],
    ['naloxone hydrochloride 40 MG/ML Nasal Spray', 'naloxone'],
    ['Methadone Hydrochloride 10 MG Oral Tablet', 'methadone'],
    ['naltrexone 380 MG Injection', 'naltrexone'],
    ['acamprosate calcium 333 MG', 'acamprosate'],
    ['Sertraline 50 MG', null],
  ];
  for (const [name, medication] of names) assert.equal(medicationNamed(name), medication, name);
});

test('a supply of 30 days from the first lasts to the thirtieth; a repeat adds as many', () => {
  assert.equal(supplyEnd('2026-11-01', 30, 0), '2026-11-30');
  assert.equal(supplyEnd('2026-11-01', 30, 1), '2026-12-30');
  assert.equal(supplyEnd('2026-11-01', 1, 0), '2026-11-01');
});

test('prescribed is from the first day to the last, and on when nothing ends it', () => {
  const supply = {
    medication: 'methadone' as const,
    startsOn: '2026-11-02',
    endsOn: '2026-11-08',
    supplyEndsOn: '2026-11-05',
  };
  const on = (day: string, endsOn: string | null = supply.endsOn) =>
    prescribedOn(day, [{ ...supply, endsOn }]).has('methadone');
  assert.deepEqual(
    ['2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09'].map((day) => on(day)),
    [false, true, true, false],
  );
  assert.equal(on('2027-11-01', null), true);
  assert.equal(prescribedOn('2026-11-03', [{ ...supply, medication: null }]).size, 0);
});
