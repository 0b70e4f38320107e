import type { QuestionnaireResponseItemAnswer } from 'fhir/r4';
import { ADMISSION_QUESTIONS } from '#domain/episode/admission-questions';
import {
  type DischargeReason,
  reasonOfColorado,
  reasonOfColoradoType,
} from '#domain/episode/discharge-reason';
import type { AnsweredItem } from './questionnaire-items.ts';
import { heldBack, type Ref, type Translation } from './translation.ts';
import type { When } from './when.ts';

/** What was asked at admission or at discharge. */
export interface AdmissionFacts extends When {
  kind: 'admission';
  moment: 'admission' | 'discharge';
  client: Ref;
  /** Codes where the answer is coded, else its own words. */
  answers: { question: string; given: string[] }[];
  /** Why treatment ended, where that was asked. */
  discharge: { code: string; reason: DischargeReason | null } | null;
}

const END_OF_TREATMENT = 'END_OF_TREATMENT_REASON';
const DISCHARGE_TYPE = 'DISCHARGE_TYPE';

/** Whether a form is one of admission or of discharge, by its address or by its last question. */
export function momentOf(
  questionnaire: string,
  items: readonly AnsweredItem[],
): AdmissionFacts['moment'] | null {
  const name = questionnaire.split('|')[0]?.split('/').at(-1);
  if (name === 'admission' || name === 'discharge') return name;
  return items.some(({ linkId }) => linkId === END_OF_TREATMENT) ? 'discharge' : null;
}

export function admissionAnswers(
  moment: AdmissionFacts['moment'],
  client: Ref | null,
  when: When | null,
  items: readonly AnsweredItem[],
): Translation<AdmissionFacts> {
  if (!client) return heldBack('Names no client', `the answers at ${moment} are not known`);
  if (!when) return heldBack('Has no date', `the answers at ${moment} are not known`);
  const answers = items
    .filter(({ linkId }) => linkId in ADMISSION_QUESTIONS)
    .map(({ linkId, answers: given }) => ({
      question: linkId,
      given: given.flatMap((answer) => wordOf(answer) ?? []),
    }));
  const discharge = dischargeOf(items);
  return { use: { kind: 'admission', moment, client, ...when, answers, discharge } };
}

/** The type says completed and transferred, the reason everything else. */
function dischargeOf(items: readonly AnsweredItem[]): AdmissionFacts['discharge'] {
  const codeOf = (question: string) => {
    const [answer] = items.find(({ linkId }) => linkId === question)?.answers ?? [];
    return answer ? wordOf(answer) : null;
  };
  const type = codeOf(DISCHARGE_TYPE);
  const byType = type && reasonOfColoradoType(type);
  if (type && byType) return { code: type, reason: byType };
  const code = codeOf(END_OF_TREATMENT);
  return code ? { code, reason: reasonOfColorado(code) } : null;
}

function wordOf(answer: QuestionnaireResponseItemAnswer): string | null {
  const { valueCoding, valueString, valueDate, valueQuantity } = answer;
  const plain = answer.valueInteger ?? answer.valueDecimal ?? answer.valueBoolean;
  return (
    valueCoding?.code ??
    valueCoding?.display ??
    valueString ??
    valueDate ??
    (plain ?? valueQuantity?.value)?.toString() ??
    null
  );
}
