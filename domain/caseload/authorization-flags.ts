import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';
import type { Authorization, ClinicalFacts } from './clinical-facts.ts';
import { runOutDay } from './run-out-day.ts';

type Rules = Pick<
  ProgramDefaults,
  'authorizationEndDays' | 'authorizationVisits' | 'payerWeekStartsOn'
>;

/**
 * The last authorization, if it ends or is used up within days and before the planned discharge. An end that nobody knows is not one that has passed.
 */
export function authorizationFlags(
  { authorization: last, bookedDays }: Pick<ClinicalFacts, 'authorization' | 'bookedDays'>,
  plannedEnd: Day | null,
  today: Day,
  rules: Rules,
): Flag[] {
  // One that has not begun was agreed to ahead of time: nothing of it can be running out.
  if (!last || (last.startsOn ?? '') > today) return [];
  const coversDischarge = (until: Day) =>
    plannedEnd !== null && today <= plannedEnd && plannedEnd <= until;
  const left = last.units === null ? null : Math.max(0, last.units - last.usedDays.length);
  const runsOut = left === null ? null : runOutDay(left, last.usedDays, bookedDays, today, rules);
  const [ends, visits] = [
    last.endsOn === null ? 'end unknown' : `ends ${calendarDayInWords(last.endsOn, today)}`,
    left === null ? null : `${left} ${left === 1 ? 'visit' : 'visits'} left`,
  ] as const;

  if (last.endsOn !== null && !coversDischarge(last.endsOn)) {
    const days = daysBetween(today, last.endsOn);
    if (days <= rules.authorizationEndDays) {
      const what = `Authorization ${days < 0 ? 'ended' : 'ends'} ${calendarDayInWords(last.endsOn, today)}`;
      return [flag('authorization-ends', what, visits ?? '', days, rules, last)];
    }
  }
  if (left === null || coversDischarge(runsOut ?? last.endsOn ?? today)) return [];
  if (left <= rules.authorizationVisits) {
    return [flag('authorization-units', `Authorization, ${visits}`, ends, left, rules, last)];
  }
  const days = runsOut === null ? null : daysBetween(today, runsOut);
  if (runsOut === null || days === null || days > rules.authorizationEndDays) return [];
  const what = `Authorization used up ${calendarDayInWords(runsOut, today)}`;
  return [flag('authorization-ends', what, 'at the booked pace', days, rules, last)];
}

function flag(
  rule: 'authorization-ends' | 'authorization-units',
  what: string,
  evidence: string,
  value: number,
  rules: Rules,
  { recordId }: Authorization,
): Flag {
  const threshold =
    rule === 'authorization-units' ? rules.authorizationVisits : rules.authorizationEndDays;
  return { rule, what, evidence, value, threshold, recordIds: [recordId] };
}
