import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { PayerUnit } from '../payer/payer-unit.ts';
import {
  type AuthorizationDue,
  authorizationDue,
  type AuthorizationRules,
} from './authorization-due.ts';
import type { Flag } from './caseload.contract.ts';
import type { ClinicalFacts } from './clinical-facts.ts';

/** What of the last authorization is running out, with the days or the visits that are left. */
export function authorizationFlags(
  facts: Pick<ClinicalFacts, 'authorization' | 'bookedDays'>,
  plannedEnd: Day | null,
  today: Day,
  rules: AuthorizationRules,
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

/** '3 visits left'; '12 hours left, 4 visits' where a unit is not a day; nothing where the payer names none. */
export function visitsInWords({ left, units }: Pick<AuthorizationDue, 'left' | 'units'>): string {
  if (left === null || units === null) return '';
  const visits = `${left} ${left === 1 ? 'visit' : 'visits'}`;
  if (units.of === 'day' || units.left === 0) return `${visits} left`;
  return `${units.left} ${NAMES[units.of][units.left === 1 ? 'one' : 'more']} left, ${visits}`;
}

const NAMES: Record<Exclude<PayerUnit, 'day'>, { one: string; more: string }> = {
  'half-day': { one: 'half-day', more: 'half-days' },
  hour: { one: 'hour', more: 'hours' },
};

/** 'ends 23 Nov', 'end unknown'. */
export function endInWords({ endsOn }: Pick<AuthorizationDue, 'endsOn'>, today: Day): string {
  if (endsOn === null) return 'end unknown';
  return `${endsOn < today ? 'ended' : 'ends'} ${calendarDayInWords(endsOn, today)}`;
}
