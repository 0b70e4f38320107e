import { followUpCounted } from '../aftercare/follow-up.ts';
import type { FormulaMeasure } from './measure.ts';

export const FOLLOW_UP_REACHED: FormulaMeasure<typeof followUpCounted> = {
  id: 'follow-up-reached',
  name: 'Follow-up reached',
  sentence: 'Follow-ups after discharge at which somebody talked with the client.',
  numerator: 'A contact with the client, reached, on a day of the window',
  denominator:
    'Follow-ups that the program makes, each once its window is over; who declined is one of them, and who nobody tried to reach',
  leftOut:
    'Still open or to come; died; wants no more contact; admitted again before the window was over; over before anything was logged here',
  unit: 'share',
  countedIn: 'follow-ups',
  direction: 'higher',
  standard: 'Program default, aligned to HEDIS FUI (7 and 30 days) and SUPRT (80% at 6 months)',
  interval: 'clustered-by-client',
  subject: { words: 'Follow-up', plural: false },
  formula: followUpCounted,
};
