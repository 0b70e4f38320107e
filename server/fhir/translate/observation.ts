import type { Observation } from 'fhir/r4';
import type { DiagnosisFacts } from './condition.ts';
import { type DrugTestFacts, translateDrugTest } from './drug-test.ts';
import { translatePregnancy } from './pregnancy.ts';
import { translateScore } from './score-observation.ts';
import type { ScoreFacts } from './score-facts.ts';
import { ENTERED_IN_ERROR, type Translation } from './translation.ts';

export type ObservationFacts = ScoreFacts | DrugTestFacts | DiagnosisFacts;

/** A score, a drug test or a pregnancy; whatever else is observed is not read. */
export function translateObservation(observation: Observation): Translation<ObservationFacts> {
  if (observation.status === 'entered-in-error') return ENTERED_IN_ERROR;
  const drugTest = translateDrugTest(observation);
  if (drugTest) return drugTest;
  if (observation.status === 'cancelled') return { setAside: 'Cancelled' };
  if (observation.status === 'registered') return { setAside: 'Not answered yet' };
  return (
    translateScore(observation) ??
    translatePregnancy(observation) ?? { setAside: 'Neither a measure nor a drug test' }
  );
}
