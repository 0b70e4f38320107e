import type { CaseloadThresholds, Urgency } from '#domain/caseload/caseload.contract';
import { URGENCY_NAMES } from '#domain/caseload/flag-words';

/** A group's name, and the rule that puts a client there, with the thresholds that hold. */
export const urgencyWords = ({
  consecutiveMisses,
  notSeenDays,
}: CaseloadThresholds): Record<Urgency, { name: string; rule: string }> => ({
  'act-today': {
    name: URGENCY_NAMES['act-today'],
    rule: `${consecutiveMisses.join(' or ')} misses in a row, or not seen for ${notSeenDays.join(' or ')} days`,
  },
  'this-week': {
    name: URGENCY_NAMES['this-week'],
    rule: 'missed last session, short of hours, not recorded, or without a counselor',
  },
  away: { name: URGENCY_NAMES.away, rule: 'on hold' },
  'on-course': { name: URGENCY_NAMES['on-course'], rule: 'no rule met' },
});
