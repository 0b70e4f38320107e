import type { Flag, Urgency } from './caseload.contract.ts';

/** What a rule is called, wherever its flags are counted or chosen by. */
export const FLAG_WORDS: Record<Flag['rule'], string> = {
  'consecutive-misses': 'Misses in a row',
  'not-seen': 'Not seen',
  'missed-last': 'Missed last session',
  'hours-short': 'Short of hours',
  'not-recorded': 'Not recorded',
  'no-counselor': 'No counselor',
};

/** The groups in which a caseload is listed, by what must be done. */
export const URGENCY_NAMES: Record<Urgency, string> = {
  'act-today': 'Act today',
  'this-week': 'This week',
  away: 'Away',
  'on-course': 'On course',
};
