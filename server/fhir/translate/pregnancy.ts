import type { Observation } from 'fhir/r4';
import { codesIn, LOINC, SNOMED, wordsOf } from './code.ts';
import type { DiagnosisFacts } from './condition.ts';
import { refOf } from './reference.ts';
import { heldBack, type Translation } from './translation.ts';
import { whenOf } from './when.ts';

const PREGNANCY_STATUS = '82810-3';
/** SNOMED CT, as US Core binds it. */
const PREGNANT = '77386006';

/** A pregnancy, as some systems observe rather than diagnose it; `null` for any other Observation. */
export function translatePregnancy(observation: Observation): Translation<DiagnosisFacts> | null {
  if (!codesIn(observation.code, LOINC).includes(PREGNANCY_STATUS)) return null;
  const value = observation.valueCodeableConcept;
  if (!codesIn(value, SNOMED).includes(PREGNANT)) return { setAside: 'Not pregnant, or not known' };
  const client = refOf(observation.subject, 'Patient');
  if (!client) return heldBack('Names no client', 'the pregnancy is not shown');
  const day = whenOf(observation.effectiveDateTime, observation.issued)?.day ?? null;
  return {
    use: {
      kind: 'diagnosis',
      client,
      code: PREGNANT,
      words: wordsOf(value) ?? 'Pregnant',
      says: { kind: 'pregnancy', substance: null, inRemission: false },
      status: 'active',
      verification: null,
      onsetOn: day,
      endedOn: null,
      recordedOn: day,
    },
  };
}
