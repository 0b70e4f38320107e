import type { Flag } from '#domain/caseload/caseload.contract';
import { formatHours } from '../../ui/hours-bar/format-hours';

/** What was found, and from what on it lists somebody, in the unit of the rule: no bare number. */
export function flagValueInWords({ rule, value, threshold }: Flag): string {
  switch (rule) {
    case 'safety-answer':
      return 'Listed from PHQ-9 item 9 of 1, or C-SSRS moderate, on.';
    case 'consecutive-misses':
      return `${count(value, 'miss', 'misses')} in a row; listed from ${threshold} on.`;
    case 'missed-last':
      return `${count(value, 'miss', 'misses')} since last seen; listed from ${threshold} on.`;
    case 'not-seen':
      return `${days(value)} since last seen; listed from ${days(threshold)} on.`;
    case 'unexpected-test':
      return `${count(value, 'specimen', 'specimens')} with an unexpected result; listed from ${threshold} on.`;
    case 'opioid-medication':
    case 'medication':
      return `${left(value, 'supply')}; listed from ${days(threshold)} before its end.`;
    case 'authorization-ends':
      return `${left(value, 'authorization')}; listed from ${days(threshold)} before its end.`;
    case 'plan-review':
      return `${left(value, 'plan')}; listed from ${days(threshold)} before its end.`;
    case 'authorization-units':
      return `${count(value, 'visit', 'visits')} left; listed from ${threshold} left on.`;
    case 'score-worse':
    case 'score-better':
      return `Changed by ${Math.abs(value)} points; reliable from ${Math.abs(threshold)} on.`;
    case 'hours-short':
      return `${formatHours(value)} h short; listed from ${formatHours(threshold)} h on.`;
    case 'dose-below-level':
      return `${formatHours(value)} h prescribed a week; the level asks for ${formatHours(threshold)} h.`;
    case 'returned':
      return `Back for ${days(value)}; listed for ${days(threshold)}.`;
    case 'source-differs':
      return 'Listed until somebody keeps ours or follows the record.';
    case 'newly-assigned':
      return `Here for ${days(value)}; listed for ${days(threshold)}.`;
    case 'not-recorded':
      return `${count(value, 'session', 'sessions')} not recorded; listed from ${threshold} on.`;
    case 'no-counselor':
      return 'Listed while the source names no counselor.';
    case 'on-hold':
      return `Away for ${days(value)}.`;
  }
}

const count = (many: number, one: string, more: string): string =>
  `${many} ${many === 1 ? one : more}`;

const days = (many: number): string => count(many, 'day', 'days');

/** 'The supply ends in 3 days', 'The plan ended 2 days ago'. */
function left(value: number, what: string): string {
  if (value < 0) return `The ${what} ended ${days(-value)} ago`;
  return value === 0 ? `The ${what} ends today` : `The ${what} ends in ${days(value)}`;
}
