import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation, ObservationComponent } from 'fhir/r4';
import { factsOf, loinc, observation, reasonOf, snomed } from './observation.fixture.ts';

const REFLEX_PANEL = '87428-9';
const FIVE_PANEL = '24349-3';
const FENTANYL = '59673-4';
const OPIATES = '19295-5';
const drugTest = (code: string, part: Partial<Observation> = {}) =>
  factsOf('drug-test', observation(code, part));
const detected = (part: Partial<ObservationComponent>) =>
  drugTest(FIVE_PANEL, { component: [{ code: loinc(FENTANYL), ...part }] }).findings[0]?.detected;
const absent = (code: string) => ({ dataAbsentReason: { coding: [{ code }] } });

test('a panel with an analyte each component', () => {
  const component = [
    { code: loinc(FENTANYL), valueCodeableConcept: snomed('260373001') },
    { code: loinc(OPIATES), valueCodeableConcept: snomed('260415000') },
  ];
  const { findings, day, state, isTest } = drugTest(FIVE_PANEL, { component });
  assert.deepEqual(findings, [
    { analyte: 'fentanyl', detected: true, confirmed: false },
    { analyte: 'opiates', detected: false, confirmed: false },
  ]);
  assert.deepEqual([day, state, isTest], ['2026-11-16', null, true]);
});

test('found or not, in every way laboratories say it', () => {
  assert.equal(detected({ valueCodeableConcept: snomed('260373001') }), true);
  assert.equal(detected({ valueCodeableConcept: snomed('260415000') }), false);
  assert.equal(detected({ valueString: 'POSITIVE' }), true);
  assert.equal(detected({ valueString: 'Not detected' }), false);
  assert.equal(detected({ valueCodeableConcept: { text: 'Negative' } }), false);
  const interpretation = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });
  assert.equal(detected(interpretation('POS')), true);
  assert.equal(detected(interpretation('NEG')), false);
  assert.equal(
    detected({ ...interpretation('POS'), valueQuantity: { value: 412, unit: 'ng/mL' } }),
    true,
  );
});

test('inconclusive is neither; without any result there is no finding', () => {
  assert.equal(detected({ valueString: 'inconclusive' }), null);
  assert.equal(detected({ valueString: 'presumably positive' }), null);
  assert.equal(detected({}), undefined);
});

test('an analyte on its own, and one by a confirming method', () => {
  const valueString = 'positive';
  assert.deepEqual(drugTest(OPIATES, { valueString }).findings, [
    { analyte: 'opiates', detected: true, confirmed: false },
  ]);
  assert.deepEqual(drugTest('19289-8', { valueString }).findings, [
    { analyte: 'cannabinoids', detected: true, confirmed: true },
  ]);
});

test('a screen stays presumptive; the final report of a panel with confirmation confirms', () => {
  const confirms = (code: string, status: Observation['status']) =>
    drugTest(code, { status }).confirmsAll;
  assert.equal(confirms(REFLEX_PANEL, 'preliminary'), false);
  assert.equal(confirms(REFLEX_PANEL, 'final'), true);
  assert.equal(confirms(FIVE_PANEL, 'final'), false);
});

test('refused, missed, invalid, pending: by status, by absence, by note', () => {
  const state = (part: Partial<Observation>) => drugTest(REFLEX_PANEL, part).state;
  assert.equal(state({ status: 'cancelled' }), 'refused');
  assert.equal(state(absent('asked-declined')), 'refused');
  assert.equal(state(absent('not-performed')), 'missed');
  assert.equal(state({ status: 'cancelled', ...absent('not-performed') }), 'missed');
  assert.equal(state(absent('error')), 'invalid');
  assert.equal(state({ note: [{ text: 'Specimen adulterated (oxidant).' }] }), 'invalid');
  assert.equal(state({ status: 'registered' }), 'pending');
  assert.equal(state({}), null);
});

test('creatinine and specific gravity, as components or on their own', () => {
  const component = [
    { code: loinc('2161-8'), valueQuantity: { value: 12, unit: 'mg/dL' } },
    { code: loinc('2965-2'), valueQuantity: { value: 1.002 } },
  ];
  const { creatinine, specificGravity } = drugTest(FIVE_PANEL, { component });
  assert.deepEqual([creatinine, specificGravity], [12, 1.002]);
  const alone = drugTest('2161-8', { valueQuantity: { value: 12 } });
  assert.deepEqual([alone.creatinine, alone.isTest], [12, false]);
});

test('members are named, to be found in whatever order they come', () => {
  const hasMember = [{ reference: 'Observation/o2' }];
  assert.deepEqual(drugTest(REFLEX_PANEL, { hasMember }).members, [
    { type: 'Observation', id: 'o2' },
  ]);
});

test('without a client or a day of collection it is held back', () => {
  assert.equal(reasonOf(observation(FIVE_PANEL, { subject: undefined })), 'Names no client');
  const issued = '2026-11-18T09:00:00Z';
  assert.equal(
    reasonOf(observation(FIVE_PANEL, { effectiveDateTime: undefined, issued })),
    'Has no date of collection',
  );
});

test('a pregnancy observed is one diagnosed; other laboratory work is not read', () => {
  const pregnant = observation('82810-3', { valueCodeableConcept: snomed('77386006') });
  assert.equal(factsOf('diagnosis', pregnant).says.kind, 'pregnancy');
  const not = observation('82810-3', { valueCodeableConcept: snomed('60001007') });
  assert.equal(reasonOf(not), 'Not pregnant, or not known');
  assert.equal(reasonOf(observation('2339-0')), 'Neither a measure nor a drug test');
});
