import { suicideRisk } from './c-ssrs.ts';
import type { Answers, InstrumentId } from './instrument.ts';
import { PHQ_9_SAFETY_ITEM } from './phq-9.ts';

/** The instruments that ask for what somebody must look at the same day. */
export const ASK_OF_SAFETY: readonly InstrumentId[] = ['phq-9', 'c-ssrs'];

/** What an instrument's answers say of safety, whatever its total. */
export type SafetyAnswer =
  /** An answer that somebody must look at today. */
  | { answered: true; what: string }
  | { answered: false }
  /** Nobody can tell from what came, which is not a no. */
  | { notAvailable: string };

/** `null` for instruments that ask nothing of the kind. */
export function safetyAnswer(id: InstrumentId, answers: Answers): SafetyAnswer | null {
  if (id === 'phq-9') return phq9(answers[PHQ_9_SAFETY_ITEM]);
  if (id !== 'c-ssrs') return null;
  const risk = suicideRisk(answers);
  if (risk === null) return { notAvailable: 'C-SSRS not complete' };
  return risk === 'none' ? { answered: false } : { answered: true, what: `C-SSRS ${risk} risk` };
}

function phq9(item: number | undefined): SafetyAnswer {
  if (item === undefined) return { notAvailable: 'item 9 not available' };
  return item >= 1 ? { answered: true, what: `PHQ-9 item 9: ${item}` } : { answered: false };
}
