import type { Flag, Urgency } from '#domain/caseload/caseload.contract';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';

/** A group's name, and the rule that puts a client there. */
export const URGENCY_WORDS: Record<Urgency, { name: string; rule: string }> = {
  'act-today': {
    name: 'Act today',
    rule: `safety answer, ${PROGRAM_DEFAULTS.consecutiveMisses} misses in a row, not seen for ${PROGRAM_DEFAULTS.notSeenDays} days, unexpected result, opioid medication, authorization within ${PROGRAM_DEFAULTS.authorizationTodayDays} days or used up`,
  },
  'this-week': {
    name: 'This week',
    rule: 'missed, short of hours; supply, authorization or plan due; score, level or stay changed; not recorded, no counselor',
  },
  away: { name: 'Away', rule: 'on hold, with the return where it is recorded' },
  'on-course': { name: 'On course', rule: 'nothing due' },
};

export const RULE_WORDS: Record<Flag['rule'], string> = {
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
  'newly-assigned': 'New or handed over',
  'not-recorded': 'Not recorded',
  'no-counselor': 'No counselor',
  'on-hold': 'Away',
};
