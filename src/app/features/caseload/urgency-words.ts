import type { CaseloadThresholds, Urgency } from '#domain/caseload/caseload.contract';
import { URGENCY_NAMES } from '#domain/caseload/flag-words';

/** A group's name, and the rule that puts a client there, with the thresholds that hold. */
export const urgencyWords = ({
  consecutiveMisses,
  notSeenDays,
  authorizationTodayDays,
}: CaseloadThresholds): Record<Urgency, { name: string; rule: string }> => ({
  'act-today': {
    name: URGENCY_NAMES['act-today'],
    rule: `safety answer, ${consecutiveMisses.join(' or ')} misses in a row, not seen for ${notSeenDays.join(' or ')} days, unexpected result, opioid medication, authorization within ${authorizationTodayDays.join(' or ')} days or used up`,
  },
  'this-week': {
    name: URGENCY_NAMES['this-week'],
    rule: 'missed, short of hours; supply, authorization or plan due; score, level or stay changed; not recorded, no counselor',
  },
  away: { name: URGENCY_NAMES.away, rule: 'on hold, with the return where it is recorded' },
  'on-course': { name: URGENCY_NAMES['on-course'], rule: 'nothing due' },
});
