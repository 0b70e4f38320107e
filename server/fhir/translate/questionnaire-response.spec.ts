import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from 'fhir/r4';
import {
  translateQuestionnaireResponse,
  type QuestionnaireFacts,
} from './questionnaire-response.ts';

const response = (
  questionnaire: string | undefined,
  item: QuestionnaireResponseItem[],
  part: Partial<QuestionnaireResponse> = {},
): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  id: 'q1',
  status: 'completed',
  questionnaire,
  subject: { reference: 'Patient/p1' },
  authored: '2026-11-16T09:30:00-05:00',
  item,
  ...part,
});

const item = (linkId: string, ...answer: QuestionnaireResponseItemAnswer[]) => ({ linkId, answer });
const coded = (code: string) => ({ valueCoding: { system: 'http://loinc.org', code } });

function factsOf<K extends QuestionnaireFacts['kind']>(
  kind: K,
  resource: QuestionnaireResponse,
): Extract<QuestionnaireFacts, { kind: K }> {
  const translation = translateQuestionnaireResponse(resource);
  assert.ok('use' in translation, JSON.stringify(translation));
  assert.equal(translation.use.kind, kind);
  return translation.use as Extract<QuestionnaireFacts, { kind: K }>;
}

const reasonOf = (resource: QuestionnaireResponse): string => {
  const translation = translateQuestionnaireResponse(resource);
  assert.ok(!('use' in translation), JSON.stringify(translation));
  return 'setAside' in translation ? translation.setAside : translation.heldBack.reason;
};

const BAM_IOP = 'https://clinic.example/fhir/Questionnaire/bam-iop|1.0';

test('an instrument without LOINC codes: its items go by their numbers', () => {
  const { instrument, total, answers } = factsOf(
    'score',
    response(BAM_IOP, [
      item('4', { valueInteger: 2 }),
      item('7a', { valueDecimal: 1 }),
      item('17', { valueInteger: 3 }),
      item('99', { valueInteger: 3 }),
    ]),
  );
  assert.deepEqual([instrument, total, answers], ['bam-iop', null, { 4: 2, '7A': 1, 17: 3 }]);
});

test('PHQ-9 with answers only, by LOINC codes with or without a slash, in groups or not', () => {
  const { answers, total } = factsOf(
    'score',
    response('https://clinic.example/fhir/Questionnaire/mood', [
      {
        linkId: 'group',
        item: [item('/44250-9', coded('LA6570-1')), item('44260-8', coded('LA6569-3'))],
      },
      item('/44261-6', { valueDecimal: 12 }),
    ]),
  );
  assert.deepEqual([total, answers], [12, { 1: 2, 9: 1 }]);
});

test('an answer that counts by its ordinal value', () => {
  const extension = [
    { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 5 },
  ];
  const facts = factsOf(
    'score',
    response('Questionnaire/barc-10', [item('1', { valueCoding: { code: 'agree', extension } })]),
  );
  assert.deepEqual(facts.answers, { 1: 5 });
});

test('an answer that the form does not offer holds all of it back, with the item', () => {
  assert.equal(
    reasonOf(response(BAM_IOP, [item('4', { valueInteger: 30 })])),
    'BAM-IOP: answer 4 out of range',
  );
});

test('what was stopped holds what was answered; what goes on is not finished', () => {
  const items = [item('44260-8', coded('LA6569-3'))];
  assert.deepEqual(factsOf('score', response('x/phq-9', items, { status: 'stopped' })).answers, {
    9: 1,
  });
  assert.equal(reasonOf(response('x/phq-9', items, { status: 'in-progress' })), 'Not finished');
});

test('who answered about themselves is whom it is about', () => {
  const facts = factsOf(
    'score',
    response('x/craving-nrs', [item('1', { valueInteger: 7 })], {
      subject: undefined,
      source: { reference: 'Patient/p2' },
    }),
  );
  assert.equal(facts.client.id, 'p2');
});

test('the answers of an admission: codes where coded, else their own words', () => {
  const facts = factsOf(
    'admission',
    response('https://clinic.example/fhir/Questionnaire/admission', [
      item('REFERRAL_SOURCE', { valueCoding: { code: '7', display: 'Court' } }),
      item('DAYS_WAITING', { valueInteger: 9 }),
      item('TRANSPORT_NEEDED', { valueBoolean: false }),
      item('SCHEDULE_CONSTRAINT', { valueString: 'nights' }, { valueString: 'child pick-up' }),
      item('SHOE_SIZE', { valueInteger: 9 }),
    ]),
  );
  assert.equal(facts.moment, 'admission');
  assert.deepEqual(facts.answers, [
    { question: 'REFERRAL_SOURCE', given: ['7'] },
    { question: 'DAYS_WAITING', given: ['9'] },
    { question: 'TRANSPORT_NEEDED', given: ['false'] },
    { question: 'SCHEDULE_CONSTRAINT', given: ['nights', 'child pick-up'] },
  ]);
  assert.equal(facts.discharge, null);
});

test('Colorado: the reason why treatment ended, in whatever form it is asked', () => {
  const asked = [item('END_OF_TREATMENT_REASON', { valueCoding: { code: '9' } })];
  for (const questionnaire of ['https://clinic.example/Questionnaire/discharge', 'urn:co:bha']) {
    const { moment, discharge } = factsOf('admission', response(questionnaire, asked));
    assert.deepEqual([moment, discharge], ['discharge', { code: '9', reason: 5 }]);
  }
});

test('a discharge type says completed or transferred; any other leaves it to the reason', () => {
  const said = (type: string, reason: string) =>
    factsOf(
      'admission',
      response('x/discharge', [
        item('DISCHARGE_TYPE', { valueCoding: { code: type } }),
        item('END_OF_TREATMENT_REASON', { valueCoding: { code: reason } }),
      ]),
    ).discharge?.reason;
  assert.deepEqual([said('01', '11'), said('02', '11'), said('03', '10')], [1, 4, 6]);
});

test('other forms are not read; without a client or a day one that is read is held back', () => {
  assert.equal(reasonOf(response('x/hunger', [])), 'A questionnaire that is not read');
  assert.equal(reasonOf(response(undefined, [])), 'A questionnaire that is not read');
  const items = [item('1', { valueInteger: 7 })];
  assert.equal(reasonOf(response('x/tea', items, { authored: undefined })), 'Has no date');
  assert.equal(reasonOf(response('x/tea', items, { subject: undefined })), 'Names no client');
  assert.equal(reasonOf(response('x/admission', items, { subject: undefined })), 'Names no client');
});
