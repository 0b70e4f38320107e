import type { Flag, Urgency } from '#domain/caseload/caseload.contract';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';

/** A group's name, and the rule that puts a client there. */
export const URGENCY_WORDS: Record<Urgency, { name: string; rule: string }> = {
  'act-today': {
    name: 'Act today',
    rule: `${PROGRAM_DEFAULTS.consecutiveMisses} misses in a row, or not seen for ${PROGRAM_DEFAULTS.notSeenDays} days`,
  },
  'this-week': {
    name: 'This week',
    rule: 'missed last session, short of hours, not recorded, or without a counselor',
  },
  away: { name: 'Away', rule: 'on hold' },
  'on-course': { name: 'On course', rule: 'no rule met' },
};

export const RULE_WORDS: Record<Flag['rule'], string> = {
  'consecutive-misses': 'Misses in a row',
  'not-seen': 'Not seen',
  'missed-last': 'Missed last session',
  'hours-short': 'Short of hours',
  'not-recorded': 'Not recorded',
  'no-counselor': 'No counselor',
};
