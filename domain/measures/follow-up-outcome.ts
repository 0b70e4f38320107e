import type { FollowUpAnswer } from '../aftercare/follow-up-said.contract.ts';
import { type FollowUpQuestion, QUESTION_WORDS } from '../aftercare/follow-up-words.ts';
import type { Counted, FormulaMeasure } from './measure.ts';

/** What those who could be asked said at their last follow-up: who was not reached is neither yes nor no. */
export const followUpOutcome = (
  question: FollowUpQuestion,
): FormulaMeasure<typeof answersCounted> => ({
  id: `follow-up-${question}`,
  name: `${QUESTION_WORDS[question].short}, at follow-up`,
  sentence: `Clients who ${QUESTION_WORDS[question].counts}, of those who answered.`,
  numerator: 'Yes, at the last follow-up whose window is over',
  denominator: 'Yes or no',
  leftOut:
    'Nothing. Who was not reached, or did not answer, is counted beside as not known, and never taken for either',
  unit: 'share',
  countedIn: 'clients',
  direction: 'higher',
  standard: 'National outcome measures (NOMs), by the client’s own word',
  interval: 'wilson',
  subject: { words: QUESTION_WORDS[question].short, plural: false },
  formula: answersCounted,
});

function answersCounted(answers: readonly FollowUpAnswer[]): Counted {
  const are = (one: FollowUpAnswer) => answers.filter((answer) => answer === one).length;
  return {
    numerator: are('yes'),
    denominator: are('yes') + are('no'),
    excluded: 0,
    unrecorded: are('not-known'),
    past: answers.length,
    assumedMinutes: 0,
  };
}
