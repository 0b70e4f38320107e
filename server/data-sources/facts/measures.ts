import type { AdmissionFacts } from '../../fhir/translate/admission-answers.ts';
import type { ScoreFacts } from '../../fhir/translate/score-facts.ts';
import { OBSERVED_DIAGNOSES } from './diagnoses.ts';
import { type FactTable, type IdOf, manyPerRecord, someRecords } from './fact-table.ts';

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const scoreReport = (facts: ScoreFacts, idOf: IdOf) => ({
  client_id: idOf(facts.client),
  instrument: facts.instrument,
  day: facts.day,
  at: instant(facts.at),
  total: facts.total,
  answers: facts.answers,
});

export const OBSERVATIONS: readonly FactTable<'Observation'>[] = [
  someRecords('score_report', ({ facts }, idOf) =>
    facts.kind === 'score' ? scoreReport(facts, idOf) : null,
  ),
  someRecords('drug_test_report', ({ facts }, idOf) =>
    facts.kind === 'drug-test'
      ? {
          client_id: idOf(facts.client),
          collected_on: facts.day,
          collected_at: instant(facts.at),
          state: facts.state,
          findings: facts.findings,
          creatinine: facts.creatinine,
          specific_gravity: facts.specificGravity,
          confirms_all: facts.confirmsAll,
          is_test: facts.isTest,
          member_ids: facts.members.map(idOf),
        }
      : null,
  ),
  ...OBSERVED_DIAGNOSES,
];

const discharge = ({ client, day, discharge: said }: AdmissionFacts, idOf: IdOf) =>
  said && {
    client_id: idOf(client),
    episode_id: null,
    way: 'questionnaire',
    stated_on: day,
    code: said.code,
    reason: said.reason,
    words: null,
  };

export const QUESTIONNAIRES: readonly FactTable<'QuestionnaireResponse'>[] = [
  someRecords('score_report', ({ facts }, idOf) =>
    facts.kind === 'score' ? scoreReport(facts, idOf) : null,
  ),
  manyPerRecord('admission_answer', ['record_id', 'question'], ({ facts }, idOf) =>
    facts.kind === 'admission'
      ? facts.answers.map(({ question, given }) => ({
          question,
          client_id: idOf(facts.client),
          moment: facts.moment,
          answered_on: facts.day,
          given,
        }))
      : [],
  ),
  someRecords('discharge_statement', ({ facts }, idOf) =>
    facts.kind === 'admission' ? discharge(facts, idOf) : null,
  ),
];
