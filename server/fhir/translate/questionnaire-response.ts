import type { QuestionnaireResponse } from 'fhir/r4';
import type { Instrument } from '#domain/instruments/instrument';
import { instrumentOfQuestionnaire, partOfCode } from '#domain/instruments/instruments';
import { admissionAnswers, type AdmissionFacts, momentOf } from './admission-answers.ts';
import { numberOf } from './answer.ts';
import { type AnsweredItem, answeredItems } from './questionnaire-items.ts';
import { refOf } from './reference.ts';
import { scoreFacts, type ScoreFacts } from './score-facts.ts';
import { ENTERED_IN_ERROR, type Translation } from './translation.ts';
import { whenOf } from './when.ts';

export type QuestionnaireFacts = ScoreFacts | AdmissionFacts;

/** Answers to an instrument, or those of admission and discharge; other forms are not read. */
export function translateQuestionnaireResponse(
  response: QuestionnaireResponse,
): Translation<QuestionnaireFacts> {
  if (response.status === 'entered-in-error') return ENTERED_IN_ERROR;
  // One that was stopped holds what was answered until then, the safety item perhaps among it.
  if (response.status === 'in-progress') return { setAside: 'Not finished' };
  const items = answeredItems(response.item);
  const client = refOf(response.subject, 'Patient') ?? refOf(response.source, 'Patient');
  const when = whenOf(response.authored);
  const questionnaire = response.questionnaire ?? '';
  const instrument = instrumentOfQuestionnaire(questionnaire) ?? instrumentOfItems(items);
  if (instrument) return scoreFacts(instrument, client, when, answersOf(instrument, items));
  const moment = momentOf(questionnaire, items);
  if (moment) return admissionAnswers(moment, client, when, items);
  return { setAside: 'A questionnaire that is not read' };
}

function answersOf(instrument: Instrument, items: readonly AnsweredItem[]) {
  const answers: Record<string, number> = {};
  let total: number | null = null;
  for (const { linkId, answers: given } of items) {
    const [first] = given;
    if (!first) continue;
    if (linkId === instrument.loinc.total) total = numberOf(first);
    const item = instrument.items.find(
      ({ id, loinc }) => loinc === linkId || id.toLowerCase() === linkId.toLowerCase(),
    );
    const answer = item ? numberOf(first, item) : null;
    if (item && answer !== null) answers[item.id] = answer;
  }
  return { total, answers };
}

/** The instrument whose LOINC codes the items go by, where the questionnaire's address tells none. */
function instrumentOfItems(items: readonly AnsweredItem[]): Instrument | null {
  const parts = items.flatMap(({ linkId }) => partOfCode(linkId) ?? []);
  return parts[0]?.instrument ?? null;
}
