import type { Flag, Urgency } from './caseload.contract.ts';

/** What a rule is called, wherever its flags are counted or chosen by. */
export const FLAG_WORDS: Record<Flag['rule'], string> = {
  'safety-answer': 'Safety answer',
  'consecutive-misses': 'Misses in a row',
  'not-seen': 'Not seen',
  'unexpected-test': 'Unexpected result',
  'opioid-medication': 'Opioid medication ends',
  medication: 'Medication ends',
  'authorization-ends': 'Authorization ends',
  'authorization-units': 'Visits left',
  'score-worse': 'Score worse, reliably',
  'score-better': 'Score better, reliably',
  'missed-last': 'Missed last session',
  'hours-short': 'Short of hours',
  'dose-below-level': 'Dose below level',
  returned: 'Returned',
  'plan-review': 'Plan review',
  'source-differs': 'Record differs from ours',
  'newly-assigned': 'New or handed over',
  'not-recorded': 'Not recorded',
  'no-counselor': 'No counselor',
  'on-hold': 'Away',
};

/** The groups in which a caseload is listed, by what must be done. */
export const URGENCY_NAMES: Record<Urgency, string> = {
  'act-today': 'Act today',
  'this-week': 'This week',
  away: 'Away',
  'on-course': 'On course',
};
