import type { Condition } from 'fhir/r4';
import { type CodedDiagnosis, diagnosisOf } from '#domain/diagnosis/icd-10';
import { codesIn, ICD_10_CM, plainCodes, wordsOf } from './code.ts';
import { refOf } from './reference.ts';
import { ENTERED_IN_ERROR, heldBack, type Ref, type Translation } from './translation.ts';
import { wholeDay } from './whole-day.ts';

export interface DiagnosisFacts {
  kind: 'diagnosis';
  client: Ref;
  code: string | null;
  words: string;
  says: CodedDiagnosis;
  /** HL7 condition-clinical and condition-ver-status; `null` where the source is silent. */
  status: string | null;
  verification: string | null;
  onsetOn: string | null;
  endedOn: string | null;
  recordedOn: string | null;
}

const UNCODED: CodedDiagnosis = { kind: 'other', substance: null, inRemission: false };

/** A diagnosis; what kind it is follows from its ICD-10-CM code, and from nothing else. */
export function translateCondition(condition: Condition): Translation<DiagnosisFacts> {
  const verification = plainCodes([condition.verificationStatus])[0] ?? null;
  if (verification === 'entered-in-error') return ENTERED_IN_ERROR;
  if (verification === 'refuted') return { setAside: 'Refuted' };
  const client = refOf(condition.subject, 'Patient');
  if (!client) return heldBack('Names no client', 'the diagnosis is not shown');
  const [icd] = codesIn(condition.code, ICD_10_CM);
  const words = wordsOf(condition.code);
  if (!icd && !words) return heldBack('Names no condition', 'the diagnosis is not shown');
  return {
    use: {
      kind: 'diagnosis',
      client,
      code: icd ?? plainCodes([condition.code])[0] ?? null,
      words: words ?? icd ?? '',
      says: icd ? diagnosisOf(icd) : UNCODED,
      status: plainCodes([condition.clinicalStatus])[0] ?? null,
      verification,
      onsetOn: wholeDay(condition.onsetDateTime ?? condition.onsetPeriod?.start),
      endedOn: wholeDay(condition.abatementDateTime ?? condition.abatementPeriod?.start),
      recordedOn: wholeDay(condition.recordedDate),
    },
  };
}
