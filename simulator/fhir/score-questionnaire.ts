import type { QuestionnaireResponseItem } from 'fhir/r4';
import type { Score } from '../model/measurement/score.ts';
import { frequency, isCoded, SCORE_CODES } from './score-codes.ts';

const BAM_ITEMS = '1 2 3 4 5 6 7A 7B 7C 7D 7E 7F 7G 8 9 10 11 12 13 14 15 16 17'.split(' ');

/** The answers of a questionnaire, where that is all there is; null where it is an observation. */
export function answeredItems({
  instrument,
  answers,
  shape,
}: Score): QuestionnaireResponseItem[] | null {
  if (!isCoded(instrument)) {
    return answers.map((valueInteger, at) => ({
      linkId: instrument === 'bam-iop' ? BAM_ITEMS[at] : String(at + 1),
      answer: [{ valueInteger }],
    }));
  }
  if (shape !== 'answers-only') return null;
  const { items } = SCORE_CODES[instrument];
  return answers.map((answer, at) => ({
    linkId: `/${items[at]}`,
    answer: [
      instrument === 'audit-c' ? { valueInteger: answer } : { valueCoding: frequency(answer) },
    ],
  }));
}
