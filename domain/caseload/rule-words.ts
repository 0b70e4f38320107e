import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';

/** By which rule each reason is listed, with the thresholds that hold (docs/rules/caseload.md). */
export const RULE_WORDS: Record<Flag['rule'], (rules: ProgramDefaults) => string> = {
  'safety-answer': () =>
    'PHQ-9 item 9 of 1 or more, or C-SSRS moderate or high, until a clinician has assessed it',
  'consecutive-misses': (rules) =>
    `${rules.consecutiveMisses} or more no-shows or late cancellations in a row`,
  'not-seen': (rules) => `${rules.notSeenDays} days or more since the last attended session`,
  'unexpected-test': (rules) =>
    `an unexpected result of a specimen collected within ${rules.unexpectedTestDays} days`,
  'opioid-medication': (rules) =>
    `medication for opioid use disorder whose supply ends within ${rules.medicationSupplyDays} days, and a day uncovered before the next visit to a prescriber; for today from the last day of supply on`,
  'authorization-ends': (rules) =>
    `the authorization ends, or is used up at the booked pace, within ${rules.authorizationEndDays} days; for today within ${rules.authorizationTodayDays}`,
  'authorization-units': (rules) =>
    `${rules.authorizationVisits} or fewer visits left of the authorization; for today with none left`,
  medication: (rules) =>
    `the supply ends within ${rules.medicationSupplyDays} days, and a day is uncovered before the next visit to a prescriber`,
  'score-worse': (rules) =>
    `reliably worse than the score before it, by the instrument’s rule, for ${rules.scoreChangeDays} days`,
  'missed-last': () => 'one no-show or late cancellation since last seen',
  'hours-short': (rules) =>
    `${rules.hoursShortMinutes} minutes or more of the week’s prescribed hours neither done nor booked`,
  'dose-below-level': (rules) =>
    `the plan’s phase prescribes less than level 2.1 asks for: ${rules.adultMinimumHours} h a week, adolescents ${rules.adolescentMinimumHours} h (SAMHSA TIP 47)`,
  returned: (rules) => `back from a hold, for ${rules.returnedDays} days`,
  'plan-review': (rules) => `the plan ends within ${rules.planReviewDays} days or has ended`,
  'source-differs': () =>
    'the record says of a phase or the planned discharge neither what staff wrote nor what it said then; until somebody keeps ours or follows it',
  'newly-assigned': (rules) => `admitted or handed over, for ${rules.newClientDays} days`,
  'not-recorded': () => 'a past session of which nobody recorded anything',
  'no-counselor': () => 'no counselor, by the source’s own word',
  'on-hold': () => 'on hold: in hospital, in jail, on leave',
  'score-better': () => 'reliably better than the score before it; asks for nothing',
};
