import type { DiagnosisFacts } from '../../fhir/translate/condition.ts';
import { type FactTable, type IdOf, onePerRecord, someRecords } from './fact-table.ts';

const diagnosis = (facts: DiagnosisFacts, idOf: IdOf) => ({
  client_id: idOf(facts.client),
  code: facts.code,
  words: facts.words,
  kind: facts.says.kind,
  substance: facts.says.substance,
  in_remission: facts.says.inRemission,
  status: facts.status,
  verification: facts.verification,
  onset_on: facts.onsetOn,
  ended_on: facts.endedOn,
  recorded_on: facts.recordedOn,
});

export const DIAGNOSES: readonly FactTable<'Condition'>[] = [
  onePerRecord('diagnosis', ({ facts }, idOf) => diagnosis(facts, idOf)),
];

export const OBSERVED_DIAGNOSES: readonly FactTable<'Observation'>[] = [
  someRecords('diagnosis', ({ facts }, idOf) =>
    facts.kind === 'diagnosis' ? diagnosis(facts, idOf) : null,
  ),
];
