import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AUDIT_C } from './audit-c.ts';
import { bandOf, isConcern, isPositive } from './band.ts';
import { BAM_IOP } from './bam-iop.ts';
import { INSTRUMENTS, instrumentOfQuestionnaire, partOfCode } from './instruments.ts';
import { PHQ_9 } from './phq-9.ts';

for (const instrument of INSTRUMENTS) {
  test(`${instrument.name}: its items add up to its total, and its bands cover it`, () => {
    const scored = instrument.items.filter(({ unscored }) => !unscored);
    const ends = (items: typeof scored) => ({
      min: items.reduce((sum, { min }) => sum + min, 0),
      max: items.reduce((sum, { max }) => sum + max, 0),
    });
    if (instrument.total) assert.deepEqual(ends(scored), instrument.total);
    for (const { items, min, max } of instrument.subscales) {
      const own = scored.filter(({ id }) => items.includes(id));
      assert.deepEqual(ends(own), { min, max });
      assert.equal(own.length, items.length);
    }
    const { bands } = instrument;
    if (bands.length === 0) return;
    assert.deepEqual([bands[0]?.from, bands.at(-1)?.to], Object.values(instrument.total ?? {}));
    bands.slice(1).forEach(({ from }, index) => assert.equal(from, (bands[index]?.to ?? 0) + 1));
  });
}

test('no code stands for two things', () => {
  const codes = INSTRUMENTS.flatMap(({ loinc, items }) => [
    loinc.panel,
    loinc.total,
    ...items.map((item) => item.loinc),
  ]).filter((code) => code !== null);
  assert.equal(new Set(codes).size, codes.length);
});

test('the bands of PHQ-9 begin where Kroenke 2001 says', () => {
  const names = [4, 5, 9, 10, 14, 15, 19, 20, 27].map((total) => bandOf(PHQ_9, total)?.name);
  assert.deepEqual(names, [
    'minimal',
    'mild',
    'mild',
    'moderate',
    'moderate',
    'moderately severe',
    'moderately severe',
    'severe',
    'severe',
  ]);
  assert.equal(bandOf(AUDIT_C, 4), null);
});

test('BAM: any use, much risk, little protection', () => {
  const concerns = (values: Record<string, number>) =>
    BAM_IOP.subscales.map((subscale) => isConcern(subscale, values[subscale.id] ?? 0));
  assert.deepEqual(concerns({ use: 0, risk: 11, protective: 13 }), [false, false, false]);
  assert.deepEqual(concerns({ use: 1, risk: 12, protective: 12 }), [true, true, true]);
});

test('AUDIT-C is positive from 4 in men and 3 in women; where that is not known, where both agree', () => {
  assert.deepEqual(
    [isPositive(AUDIT_C, 3, 'male'), isPositive(AUDIT_C, 3, 'female')],
    [false, true],
  );
  const unknown = [2, 3, 4].map((total) => isPositive(AUDIT_C, total, null));
  assert.deepEqual(unknown, [false, null, true]);
  assert.equal(isPositive(PHQ_9, 27, 'male'), null);
});

test('a code is that of a form, a total or an item; a neighbour’s is nobody’s', () => {
  assert.equal(partOfCode('44249-1')?.part, 'panel');
  assert.equal(partOfCode('44261-6')?.part, 'total');
  const item = partOfCode('44260-8');
  assert.ok(item?.part === 'item');
  assert.deepEqual([item.instrument.id, item.item.id], ['phq-9', '9']);
  // Binge drinking, which some send as the first question of the AUDIT-C; and the HARK's total.
  assert.equal(partOfCode('68517-2'), null);
  assert.equal(partOfCode('76504-0'), null);
});

test('a questionnaire is known by how its address ends', () => {
  const idOf = (canonical: string) => instrumentOfQuestionnaire(canonical)?.id ?? null;
  assert.equal(idOf('https://clinic.example/fhir/Questionnaire/bam-iop'), 'bam-iop');
  assert.equal(idOf('https://clinic.example/fhir/Questionnaire/BAM|2.1'), 'bam');
  assert.equal(idOf('http://hl7.org/fhir/us/core/Questionnaire/AUDIT-C'), 'audit-c');
  assert.equal(idOf('https://clinic.example/Questionnaire/my-bam-iop'), null);
});
