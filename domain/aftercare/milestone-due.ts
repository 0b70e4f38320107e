import { addDays, type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { AftercareFacts } from './aftercare-facts.ts';
import { MILESTONES, type MilestoneId } from './milestone.ts';

export type AftercareRules = Pick<
  ProgramDefaults,
  | 'aftercarePlanningDay'
  | 'aftercareDateDay'
  | 'aftercareLevelDays'
  | 'aftercareConsentDays'
  | 'aftercareReferralDays'
  | 'aftercareAcceptedDays'
  | 'aftercareBookedDays'
  | 'aftercareHandOffDays'
  | 'aftercareSummaryDays'
  | 'aftercareKeptDays'
  | 'aftercareOpenDays'
>;

type Dated = Pick<AftercareFacts, 'admittedOn' | 'plannedEnd' | 'endedOn'>;

/** Milestones that are due so many days before discharge. */
const BEFORE = {
  'level-agreed': 'aftercareLevelDays',
  'consent-signed': 'aftercareConsentDays',
  'referral-sent': 'aftercareReferralDays',
  accepted: 'aftercareAcceptedDays',
  'appointment-booked': 'aftercareBookedDays',
  'warm-hand-off': 'aftercareHandOffDays',
} as const satisfies Partial<Record<MilestoneId, keyof AftercareRules>>;

/** By which day each milestone is to be there; `null` where nothing says, as without a planned discharge. */
export function milestonesDue(
  facts: Dated,
  rules: AftercareRules,
): Record<MilestoneId, Day | null> {
  return Object.fromEntries(MILESTONES.map((id) => [id, dueOf(id, facts, rules)])) as Record<
    MilestoneId,
    Day | null
  >;
}

function dueOf(id: MilestoneId, facts: Dated, rules: AftercareRules): Day | null {
  const { admittedOn, endedOn } = facts;
  const end = dischargeOf(facts);
  switch (id) {
    case 'planning-started':
      return earliest(planningBy(facts, rules), endedOn);
    case 'discharge-date-set':
      return earliest(addDays(admittedOn, rules.aftercareDateDay), endedOn);
    case 'summary-sent':
      return end && addDays(end, rules.aftercareSummaryDays);
    case 'first-kept':
      return end && addDays(end, rules.aftercareKeptDays);
    // Every day of it is due: what is missing is a gap, and begins on its first day.
    case 'medication':
      return null;
    default:
      // Who leaves before the planned day has everything due when they leave.
      return earliest(facts.plannedEnd && addDays(facts.plannedEnd, -rules[BEFORE[id]]), endedOn);
  }
}

/** Day 14 or half the planned stay, whichever comes first. */
function planningBy({ admittedOn, plannedEnd }: Dated, rules: AftercareRules): Day {
  const half = plannedEnd === null ? null : Math.floor(daysBetween(admittedOn, plannedEnd) / 2);
  const day =
    half === null ? rules.aftercarePlanningDay : Math.min(half, rules.aftercarePlanningDay);
  return addDays(admittedOn, Math.max(0, day));
}

/** When the stay ended, else when it is planned to. */
export const dischargeOf = ({
  plannedEnd,
  endedOn,
}: Pick<AftercareFacts, 'plannedEnd' | 'endedOn'>): Day | null => endedOn ?? plannedEnd;

const earliest = (...days: (Day | null)[]): Day | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;
