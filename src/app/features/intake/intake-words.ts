import type { IntakePriority, IntakeStep, WaitingClient } from '#domain/intake/intake.contract';
import { calendarDay, clinicDate, clinicTime } from '../../ui/clinic-time/clinic-time';

const PRIORITIES: Record<NonNullable<IntakePriority>, string> = {
  'pregnant-injecting': 'Pregnant, injects',
  pregnant: 'Pregnant',
  injecting: 'Injects',
};

/** What is to be done, and what is recorded so far: the day follows it. */
const STEPS: Record<IntakeStep, { what: string; after: string }> = {
  'no-assessment': { what: 'Book an assessment', after: 'none booked' },
  'assessment-booked': { what: 'Assessment', after: '' },
  'assessment-missed': { what: 'Book another assessment', after: 'missed' },
  'assessment-not-recorded': { what: 'Record the assessment', after: 'nothing recorded of' },
  assessed: { what: 'Plan the admission', after: 'assessed' },
  'admission-planned': { what: 'Admission', after: 'planned for' },
};

/** '' where none is recorded. */
export const priorityWords = (priority: IntakePriority): string =>
  priority ? PRIORITIES[priority] : '';

/** 'Book another assessment' and 'missed Thu 12 Nov'; and what record that is from. */
export function stepWords(
  { step, stepAt, stepOn, timeZone }: WaitingClient,
  asOf: string,
): { what: string; when: string; record: string } {
  const { what, after } = STEPS[step];
  const day = stepAt ? clinicDate(stepAt, timeZone, asOf) : stepOn ? calendarDay(stepOn) : '';
  const time = stepAt && step === 'assessment-booked' ? `, ${clinicTime(stepAt, timeZone)}` : '';
  return {
    what,
    when: [after, day + time].filter(Boolean).join(' '),
    record: step === 'admission-planned' ? 'Admission' : 'Assessment',
  };
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
