import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Patient } from 'fhir/r4';
import { translatePatient, type ClientFacts } from './patient.ts';

const factsOf = (part: Partial<Patient>): ClientFacts => {
  const translation = translatePatient({ resourceType: 'Patient', id: 'p1', ...part });
  assert.ok('use' in translation);
  return translation.use;
};

const identifierType = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }],
});

test('a client: name, record number and birth date', () => {
  assert.deepEqual(
    factsOf({
      name: [{ use: 'official', family: 'Rivera', given: ['Ana', 'Maria'] }],
      identifier: [
        { type: identifierType('SS'), value: '000-00-0000' },
        { type: identifierType('MR'), value: '10042' },
      ],
      birthDate: '1988-03-09',
    }),
    {
      familyName: 'Rivera',
      givenName: 'Ana Maria',
      recordNumber: '10042',
      birthDate: '1988-03-09',
      deceased: false,
      diedOn: null,
      language: null,
      interpreterRequired: null,
      phones: [],
      address: null,
      mergedInto: null,
    },
  );
});

test('no other number stands in for a record number', () => {
  const other = [{ type: identifierType('SS'), value: '000-00-0000' }, { value: '77' }];
  assert.equal(factsOf({ identifier: other }).recordNumber, null);
});

test('a birth date that is no whole day tells no age', () => {
  for (const birthDate of ['1988', '1988-03', '1988-02-30', undefined]) {
    assert.equal(factsOf({ birthDate }).birthDate, null, birthDate);
  }
});

test('official before usual, usual before one without a use; former names never', () => {
  const old = { use: 'old', family: 'Old' } as const;
  const maiden = { use: 'maiden', family: 'Maiden' } as const;
  const usual = { use: 'usual', family: 'Usual' } as const;
  const official = { use: 'official', family: 'Official' } as const;
  assert.equal(factsOf({ name: [old, usual, official] }).familyName, 'Official');
  assert.equal(factsOf({ name: [maiden, { family: 'Plain' }, usual] }).familyName, 'Usual');
  assert.equal(factsOf({ name: [old, { family: 'Plain' }] }).familyName, 'Plain');
  assert.equal(factsOf({ name: [old, maiden] }).familyName, 'Name not recorded');
});

test('a name in one piece is shown as it is, no name is said to be none', () => {
  assert.deepEqual(
    [factsOf({ name: [{ text: 'Ana Rivera' }] }), factsOf({})].map((f) => [
      f.familyName,
      f.givenName,
    ]),
    [
      ['Ana Rivera', ''],
      ['Name not recorded', ''],
    ],
  );
});

test('a death is known with its day, or without', () => {
  const death = (part: Partial<Patient>) => {
    const { deceased, diedOn } = factsOf(part);
    return [deceased, diedOn];
  };
  assert.deepEqual(death({ deceasedDateTime: '2026-11-02T04:00:00-05:00' }), [true, '2026-11-02']);
  assert.deepEqual(death({ deceasedDateTime: '2026-11' }), [true, null]);
  assert.deepEqual(death({ deceasedBoolean: true }), [true, null]);
  assert.deepEqual(death({ deceasedBoolean: false }), [false, null]);
});

test('a record that was merged names the one that replaced it', () => {
  const link = (type: 'replaced-by' | 'replaces' | 'seealso', id: string) => ({
    link: [{ type, other: { reference: `Patient/${id}` } }],
  });
  assert.deepEqual(factsOf(link('replaced-by', 'p2')).mergedInto, { type: 'Patient', id: 'p2' });
  assert.equal(factsOf(link('replaces', 'p2')).mergedInto, null);
  assert.equal(factsOf(link('seealso', 'p2')).mergedInto, null);
  assert.equal(factsOf(link('replaced-by', 'p1')).mergedInto, null);
});

test('the language to speak, and whether somebody must interpret', () => {
  const spanish = { coding: [{ code: 'es', display: 'Spanish' }] };
  const english = { coding: [{ code: 'en' }] };
  const communication = [{ language: english }, { language: spanish, preferred: true }];
  const url = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
  const facts = factsOf({ communication, extension: [{ url, valueBoolean: true }] });
  assert.deepEqual([facts.language, facts.interpreterRequired], ['Spanish', true]);
});

test('how to reach the client, as far as the source says', () => {
  const { phones, address } = factsOf({
    telecom: [{ system: 'phone', value: '617 555 0101' }],
    address: [{ city: 'Lynn' }],
  });
  assert.deepEqual([phones, address], [['617 555 0101'], 'Lynn']);
});
