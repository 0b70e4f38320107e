import type { NewContact } from './contact.contract.ts';
import { BARRIER_WORDS, MODE_WORDS, RESULT_WORDS } from './contact-words.ts';

/** What an entry says, to paste into the note of the record system: nobody charts twice. */
export function contactNote(
  {
    mode,
    result,
    barrier,
    nextStep,
    withSupport,
    askedFirst,
  }: Pick<NewContact, 'mode' | 'result' | 'barrier' | 'nextStep' | 'withSupport' | 'askedFirst'>,
  { moment, nextStepDay, by }: { moment: string; nextStepDay: string | null; by: string },
): string {
  const next = [nextStep, nextStepDay].filter(Boolean).join(', ');
  return [
    // Not who: names of support people go with the client's.
    `Outreach ${moment}${withSupport ? ' to a support person' : ''}: ${MODE_WORDS[mode].toLowerCase()}, ${RESULT_WORDS[result].toLowerCase()}.`,
    ...(askedFirst ? ['The client was asked first and agreed.'] : []),
    ...(barrier ? [`Barrier: ${BARRIER_WORDS[barrier].toLowerCase()}.`] : []),
    ...(next ? [`Next: ${next}.`] : []),
    `${by}.`,
  ].join(' ');
}
