import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { type AuthorizationDue, authorizationDue } from './authorization-due.ts';
import type { Flag } from './caseload.contract.ts';
import type { ClinicalFacts } from './clinical-facts.ts';

type Rules = Pick<
  ProgramDefaults,
  'authorizationEndDays' | 'authorizationVisits' | 'payerWeekStartsOn'
>;

/** What of the last authorization is running out, with the days or the visits that are left. */
export function authorizationFlags(
  facts: Pick<ClinicalFacts, 'authorization' | 'bookedDays'>,
  plannedEnd: Day | null,
  today: Day,
  rules: Rules,
): Flag[] {
  const due = authorizationDue(facts, plannedEnd, today, rules);
  if (!due) return [];
  const { of, left, on } = due;
  const recordIds = [due.recordId];
  if (of === 'visits') {
    return [
      {
        rule: 'authorization-units',
        what: `Authorization, ${visitsInWords(due)}`,
        evidence: endInWords(due, today),
        value: left ?? 0,
        threshold: rules.authorizationVisits,
        recordIds,
      },
    ];
  }
  const days = daysBetween(today, on ?? today);
  const verb = of === 'pace' ? 'used up' : days < 0 ? 'ended' : 'ends';
  return [
    {
      rule: 'authorization-ends',
      what: `Authorization ${verb} ${calendarDayInWords(on ?? today, today)}`,
      evidence: of === 'pace' ? 'at the booked pace' : visitsInWords(due),
      value: days,
      threshold: rules.authorizationEndDays,
      recordIds,
    },
  ];
}

/** '3 visits left'; nothing where the payer names none. */
export const visitsInWords = ({ left }: Pick<AuthorizationDue, 'left'>): string =>
  left === null ? '' : `${left} ${left === 1 ? 'visit' : 'visits'} left`;

/** 'ends 23 Nov', 'end unknown'. */
export function endInWords({ endsOn }: Pick<AuthorizationDue, 'endsOn'>, today: Day): string {
  if (endsOn === null) return 'end unknown';
  return `${endsOn < today ? 'ended' : 'ends'} ${calendarDayInWords(endsOn, today)}`;
}
