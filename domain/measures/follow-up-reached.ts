import { followUpCounted } from '../aftercare/follow-up.ts';
import type { FormulaMeasure } from './measure.ts';

/** Each follow-up by the last day of its window: from then on it is known how it went. */
export const FOLLOW_UP_REACHED: FormulaMeasure<typeof followUpCounted> = {
  id: 'follow-up-reached',
  name: 'Follow-up reached',
  sentence: 'Follow-ups after discharge at which somebody talked with the client.',
  numerator: 'A contact with the client, reached, on a day of the window',
  denominator:
    'Follow-ups that the program makes, each once its window is over; who declined is one of them, and who nobody tried to reach',
  leftOut:
    'Still open or to come; died; wants no more contact; admitted again before the window was over. What was over before anything was logged here is not recorded, and never taken for reached or not',
  unit: 'share',
  countedIn: 'follow-ups',
  direction: 'higher',
  standard: 'Program default, aligned to HEDIS FUI (7 and 30 days) and SUPRT (80% at 6 months)',
  interval: 'clustered-by-client',
  subject: { words: 'Follow-up reached', plural: false },
  formula: followUpCounted,
};
