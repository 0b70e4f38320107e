import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from 'fhir/r4';
import { factsOf, loinc, observation, reasonOf } from './observation.fixture.ts';
import { translateObservation } from './observation.ts';

const PHQ_9_TOTAL = '44261-6';
const PHQ_9_PANEL = '44249-1';
const score = (code: string, part: Partial<Observation>) =>
  factsOf('score', observation(code, part));
const total = (part: Partial<Observation>) => score(PHQ_9_TOTAL, part).total;

test('a score: whose, of which instrument, on which day, what it comes to', () => {
  assert.deepEqual(score(PHQ_9_TOTAL, { valueInteger: 12 }), {
    kind: 'score',
    client: { type: 'Patient', id: 'p1' },
    instrument: 'phq-9',
    day: '2026-11-16',
    at: Date.parse('2026-11-16T14:30:00Z'),
    total: 12,
    answers: {},
  });
});

test('a total is read as a quantity, a number or a number in words (US Core writes "12")', () => {
  assert.equal(total({ valueQuantity: { value: 12, code: '{score}' } }), 12);
  assert.equal(total({ valueInteger: 0 }), 0);
  assert.equal(total({ valueString: ' 12 ' }), 12);
});

test('a value that is no number is held back, never read as 0', () => {
  for (const valueString of ['', 'moderate', '12/27', '1e1'])
    assert.equal(
      reasonOf(observation(PHQ_9_TOTAL, { valueString })),
      'PHQ-9: total out of range',
      valueString,
    );
});

test('a total that the form cannot come to is held back with the reason', () => {
  for (const valueInteger of [-1, 28]) {
    assert.deepEqual(translateObservation(observation(PHQ_9_TOTAL, { valueInteger })), {
      heldBack: { reason: 'PHQ-9: total out of range', effect: 'the score is not shown' },
    });
  }
  assert.equal(
    reasonOf(observation(PHQ_9_TOTAL, { valueQuantity: { value: 11.5 } })),
    'PHQ-9: total out of range',
  );
});

const item = (code: string, answer: string) => ({
  code: loinc(code),
  valueCodeableConcept: loinc(answer),
});

test('a form with its items and total as components', () => {
  const component = [
    item('44250-9', 'LA6570-1'),
    item('44260-8', 'LA6569-3'),
    { code: loinc(PHQ_9_TOTAL), valueInteger: 14 },
  ];
  const { total: stored, answers } = score(PHQ_9_PANEL, { component });
  assert.deepEqual([stored, answers], [14, { 1: 2, 9: 1 }]);
});

test('the form’s own code may carry the total', () => {
  assert.equal(score(PHQ_9_PANEL, { valueInteger: 7 }).total, 7);
});

test('a form whose members are Observations of their own says nothing itself', () => {
  const hasMember = [{ reference: 'Observation/item-9' }, { reference: 'Observation/total' }];
  assert.equal(reasonOf(observation(PHQ_9_PANEL, { hasMember })), 'Has no answer');
});

test('one answer alone is an answer of its instrument', () => {
  const valueCodeableConcept = { coding: [{ system: 'http://loinc.org', code: 'LA6571-9' }] };
  const { instrument, total: stored, answers } = score('44260-8', { valueCodeableConcept });
  assert.deepEqual([instrument, stored, answers], ['phq-9', null, { 9: 3 }]);
});

test('an answer whose code is not LOINC’s counts by its ordinal value', () => {
  const extension = [
    { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 2 },
  ];
  const coding = [{ system: 'urn:local', code: 'often', extension }];
  assert.deepEqual(score('69725-0', { valueCodeableConcept: { coding } }).answers, { 1: 2 });
  const bare = { coding: [{ system: 'urn:local', code: 'often' }] };
  assert.equal(
    reasonOf(observation('69725-0', { valueCodeableConcept: bare })),
    'GAD-7: answer 1 out of range',
  );
});

test('C-SSRS: yes and no, coded or plain, and the level somebody put down', () => {
  const component = [
    item('93246-7', 'LA33-6'),
    { code: loinc('93247-5'), valueBoolean: false },
    item('93267-3', 'LA32-8'),
    item('93374-7', 'LA6751-7'),
  ];
  assert.deepEqual(score('93373-9', { component }).answers, { 1: 1, 2: 0, 6: 0, risk: 2 });
});

test('codes decide, displays never', () => {
  const named = { ...observation('76504-0'), code: loinc('76504-0', 'Total score [AUDIT-C]') };
  assert.equal(reasonOf({ ...named, valueInteger: 3 }), 'Neither a measure nor a drug test');
  assert.equal(
    reasonOf(observation('68517-2', { valueInteger: 1 })),
    'Neither a measure nor a drug test',
  );
  const otherSystem = { coding: [{ system: 'urn:local', code: PHQ_9_TOTAL }] };
  assert.equal(
    reasonOf(observation('', { code: otherSystem, valueInteger: 1 })),
    'Neither a measure nor a drug test',
  );
});

test('another instrument’s component in a form is not one of its answers', () => {
  const component = [item('44250-9', 'LA6568-5'), item('69725-0', 'LA6571-9')];
  assert.deepEqual(score(PHQ_9_PANEL, { component }).answers, { 1: 0 });
});

test('what was not answered, not done or in error is set aside', () => {
  const dataAbsentReason = { coding: [{ code: 'asked-declined' }] };
  assert.equal(reasonOf(observation(PHQ_9_TOTAL, { dataAbsentReason })), 'Has no answer');
  assert.equal(reasonOf(observation(PHQ_9_TOTAL, { status: 'registered' })), 'Not answered yet');
  assert.equal(reasonOf(observation(PHQ_9_TOTAL, { status: 'cancelled' })), 'Cancelled');
  assert.equal(
    reasonOf(observation(PHQ_9_TOTAL, { status: 'entered-in-error', valueInteger: 3 })),
    'Entered in error',
  );
});

test('without a client or a day it is held back; a day alone is enough', () => {
  const valueInteger = 3;
  assert.equal(
    reasonOf(observation(PHQ_9_TOTAL, { valueInteger, subject: undefined })),
    'Names no client',
  );
  assert.equal(
    reasonOf(observation(PHQ_9_TOTAL, { valueInteger, effectiveDateTime: '2026-11' })),
    'Has no date',
  );
  const { day, at } = score(PHQ_9_TOTAL, { valueInteger, effectiveDateTime: '2026-11-16' });
  assert.deepEqual([day, at], ['2026-11-16', null]);
});
