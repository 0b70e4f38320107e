import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MedicationRequest } from 'fhir/r4';
import { translateMedicationRequest } from './medication-request.ts';
import { unused, used } from './translation.fixture.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const request = (part: Partial<MedicationRequest> = {}): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id: 'm1',
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: {
    coding: [{ system: RXNORM, code: '1', display: 'buprenorphine 8 MG / naloxone 2 MG Film' }],
  },
  authoredOn: '2026-11-02T10:00:00-05:00',
  ...part,
});
const factsOf = (part: Partial<MedicationRequest>) =>
  used(translateMedicationRequest(request(part)));
const lasting = (value: number, code: string) => ({
  expectedSupplyDuration: { value, code, system: 'http://unitsofmeasure.org' },
});

test('a prescription: what, how, from when, and how long it lasts', () => {
  assert.deepEqual(
    factsOf({
      dosageInstruction: [{ text: 'One film daily' }],
      dispenseRequest: lasting(14, 'd'),
    }),
    {
      client: { type: 'Patient', id: 'p1' },
      medication: 'buprenorphine',
      words: 'buprenorphine 8 MG / naloxone 2 MG Film',
      status: 'active',
      dosage: 'One film daily',
      startsOn: '2026-11-02',
      endsOn: '2026-11-15',
      supplyEndsOn: '2026-11-15',
    },
  );
});

test('weeks are weeks, a repeat adds as many days, and validity begins the supply', () => {
  const dispenseRequest = {
    ...lasting(1, 'wk'),
    numberOfRepeatsAllowed: 1,
    validityPeriod: { start: '2026-11-04', end: '2027-05-01' },
  };
  const { startsOn, supplyEndsOn, endsOn } = factsOf({ dispenseRequest });
  assert.deepEqual([startsOn, supplyEndsOn, endsOn], ['2026-11-04', '2026-11-17', '2027-05-01']);
});

test('without a duration the validity ends the supply; without either its end is not known', () => {
  const dispenseRequest = { validityPeriod: { start: '2026-11-02', end: '2026-11-29' } };
  assert.equal(factsOf({ dispenseRequest }).supplyEndsOn, '2026-11-29');
  assert.deepEqual([factsOf({}).supplyEndsOn, factsOf({}).endsOn], [null, null]);
});

test('stopped: it ends with the day of the version that says so', () => {
  const { supplyEndsOn, endsOn } = factsOf({
    status: 'stopped',
    meta: { lastUpdated: '2026-11-06T15:00:00Z' },
    dispenseRequest: lasting(14, 'd'),
  });
  assert.deepEqual([supplyEndsOn, endsOn], ['2026-11-06', '2026-11-06']);
});

test('the medication may be in the words, inside the resource, or a display', () => {
  const medicationCodeableConcept = undefined;
  const named = (part: Partial<MedicationRequest>) =>
    factsOf({ medicationCodeableConcept, ...part }).medication;
  assert.equal(
    factsOf({ medicationCodeableConcept: { text: 'Methadone' } }).medication,
    'methadone',
  );
  assert.equal(
    named({
      medicationReference: { reference: '#med' },
      contained: [{ resourceType: 'Medication', id: 'med', code: { text: 'Naltrexone 50 mg' } }],
    }),
    'naltrexone',
  );
  assert.equal(
    named({ medicationReference: { reference: 'Medication/1', display: 'Acamprosate' } }),
    'acamprosate',
  );
  assert.equal(factsOf({ medicationCodeableConcept: { text: 'Sertraline' } }).medication, null);
});

test('proposals, drafts and errors are set aside', () => {
  const reason = (part: Partial<MedicationRequest>) =>
    unused(translateMedicationRequest(request(part)));
  assert.equal(reason({ status: 'draft' }), 'Not prescribed');
  assert.equal(reason({ status: 'cancelled' }), 'Not prescribed');
  assert.equal(reason({ intent: 'proposal' }), 'Not a prescription');
  assert.equal(reason({ doNotPerform: true }), 'Not a prescription');
  assert.equal(reason({ status: 'entered-in-error' }), 'Entered in error');
});

test('without a client, a medication or a day it is held back', () => {
  const reason = (part: Partial<MedicationRequest>) =>
    unused(translateMedicationRequest(request(part)));
  assert.equal(reason({ subject: { display: 'Ada' } }), 'Names no client');
  assert.equal(reason({ medicationCodeableConcept: {} }), 'Names no medication');
  assert.equal(reason({ authoredOn: '2026' }), 'Has no start date');
});
