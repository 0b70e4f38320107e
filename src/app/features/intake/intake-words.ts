import type { IntakePriority, IntakeStep, WaitingClient } from '#domain/intake/intake.contract';
import { calendarDay, clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';

const PRIORITIES: Record<NonNullable<IntakePriority>, string> = {
  'pregnant-injecting': 'Pregnant, injects',
  pregnant: 'Pregnant',
  injecting: 'Injects',
};

const STEPS: Record<IntakeStep, string> = {
  'no-assessment': 'No assessment booked',
  'assessment-booked': 'Assessment',
  'assessment-missed': 'Assessment missed',
  'assessment-not-recorded': 'Assessment not recorded',
  assessed: 'Assessed',
  'admission-planned': 'Admission planned',
};

/** '' where none is recorded. */
export const priorityWords = (priority: IntakePriority): string =>
  priority ? PRIORITIES[priority] : '';

/** 'Assessment missed' and 'Thu 12 Nov'. */
export function stepWords(
  { step, stepAt, stepOn, timeZone }: WaitingClient,
  asOf: string,
): { what: string; when: string } {
  const when = stepAt
    ? clinicDate(stepAt, timeZone, asOf) +
      (step === 'assessment-booked' ? `, ${clinicTime(stepAt, timeZone)}` : '')
    : stepOn
      ? calendarDay(stepOn)
      : '';
  return { what: STEPS[step], when };
}

/** '19 people wait, the longest 24 days; 5 have no assessment booked.' */
export function intakeFinding(waiting: readonly WaitingClient[]): string {
  const days = waiting.flatMap(({ daysWaiting }) => daysWaiting ?? []);
  const unbooked = waiting.filter(
    ({ step }) => step === 'no-assessment' || step === 'assessment-missed',
  ).length;
  const many = waiting.length === 1 ? '1 person waits' : `${waiting.length} people wait`;
  const longest = days.length > 0 ? `, the longest ${inDays(Math.max(...days))}` : '';
  const open = unbooked === 0 ? '' : `; ${unbooked} without an assessment to come`;
  return many + longest + open;
}

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
