import type { CaseloadThresholds, Flag, Urgency } from '#domain/caseload/caseload.contract';

/** A group's name, and the rule that puts a client there, with the thresholds that hold. */
export const urgencyWords = ({
  consecutiveMisses,
  notSeenDays,
}: CaseloadThresholds): Record<Urgency, { name: string; rule: string }> => ({
  'act-today': {
    name: 'Act today',
    rule: `${consecutiveMisses.join(' or ')} misses in a row, or not seen for ${notSeenDays.join(' or ')} days`,
  },
  'this-week': {
    name: 'This week',
    rule: 'missed last session, short of hours, not recorded, or without a counselor',
  },
  away: { name: 'Away', rule: 'on hold' },
  'on-course': { name: 'On course', rule: 'no rule met' },
});

export const RULE_WORDS: Record<Flag['rule'], string> = {
  'consecutive-misses': 'Misses in a row',
  'not-seen': 'Not seen',
  'missed-last': 'Missed last session',
  'hours-short': 'Short of hours',
  'not-recorded': 'Not recorded',
  'no-counselor': 'No counselor',
};
