import { rateOf } from '../attendance/attendance-counts.ts';
import type { Day } from '../calendar/calendar-day.ts';
import type { WeekHours } from '../caseload/caseload.contract.ts';
import { prescribedForWeek } from '../caseload/week-hours.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { FormulaMeasure } from './measure.ts';

export const HOURS_PRESCRIBED: FormulaMeasure<typeof prescribedForWeek> = {
  id: 'hours-prescribed',
  name: 'Hours prescribed',
  sentence:
    'Hours that the plan prescribes for the week; of a week it covers in part, its program days’ part.',
  numerator: 'Hours a week of the plan’s phase × active program days ÷ planned days',
  denominator: 'None: a total',
  leftOut: 'Weeks without a plan of known hours: not known, which is not 0',
  unit: 'hours',
  countedIn: 'minutes',
  direction: 'neither',
  standard: 'The client’s plan; ASAM level 2.1 asks 9–19 hours a week of adults',
  interval: 'none',
  subject: { words: 'Hours prescribed', plural: true },
  formula: prescribedForWeek,
};

export const DOSE_RATIO: FormulaMeasure<typeof doseRatio> = {
  id: 'dose-ratio',
  name: 'Dose ratio',
  sentence:
    'Hours attended in the week, of the hours prescribed for it; assumed hours count, and are said apart.',
  numerator: 'Hours attended, recorded or assumed, walk-ins included',
  denominator: 'Hours prescribed, pro rata in a week the plan covers in part',
  leftOut: 'Weeks whose prescribed hours are not known',
  unit: 'share',
  countedIn: 'minutes',
  direction: 'higher',
  standard: 'Program default: hours attended ÷ hours prescribed',
  interval: 'none',
  subject: { words: 'The dose ratio', plural: false },
  formula: doseRatio,
};

export const ENGAGED_WEEKS: FormulaMeasure<typeof isEngaged> = {
  id: 'engaged-weeks',
  name: 'Weeks with {engagedDoseRatio} of the dose',
  sentence:
    'Weeks in which a client attended {engagedDoseRatio} or more of the hours prescribed for it.',
  numerator: 'Client-weeks with a dose ratio of {engagedDoseRatio} or more',
  denominator: 'Client-weeks that are over and whose prescribed hours are known',
  leftOut: 'Weeks whose prescribed hours are not known; the week that is not over',
  unit: 'share',
  countedIn: 'weeks',
  direction: 'higher',
  standard: 'Program default: a dose ratio of {engagedDoseRatio} or more',
  interval: 'clustered-by-client',
  subject: { words: 'Weeks with {engagedDoseRatio} of the dose', plural: true },
  formula: isEngaged,
};

export const ENGAGEMENT_STREAK: FormulaMeasure<typeof engagementStreak> = {
  id: 'engagement-streak',
  name: 'Engagement streak',
  sentence:
    'Weeks in a row, up to the last full one, with {engagedDoseRatio} of the prescribed hours or more.',
  numerator:
    'Full weeks with a dose ratio of {engagedDoseRatio} or more since the last one without',
  denominator: 'None: a count',
  leftOut: 'The week that is not over; a week whose dose is not known ends the run',
  unit: 'weeks',
  countedIn: 'weeks',
  direction: 'higher',
  standard: 'Program default: consecutive weeks with a dose ratio of {engagedDoseRatio} or more',
  isOfTheMoment: true,
  interval: 'none',
  subject: { words: 'The engagement streak', plural: false },
  formula: engagementStreak,
};

type Week = Pick<WeekHours, 'delivered' | 'assumed' | 'prescribed'>;

/** May exceed 1; `null` where nothing is prescribed or it is not known what is. */
function doseRatio({ delivered, assumed, prescribed }: Week): number | null {
  return rateOf({ numerator: delivered + assumed, denominator: prescribed ?? 0 });
}

/** `null` where nothing is prescribed or it is not known what. */
function isEngaged(
  week: Week,
  { engagedDoseRatio }: Pick<ProgramDefaults, 'engagedDoseRatio'>,
): boolean | null {
  const ratio = doseRatio(week);
  return ratio === null ? null : ratio >= engagedDoseRatio;
}

/**
 * Takes weeks that are over, in order, each by the rules of its Monday. A streak says of every one of its weeks that the hours were
 * kept, so one whose dose is not known cannot be part of it.
 */
function engagementStreak(
  weeks: readonly (Week & { week: Day })[],
  rulesOn: (day: Day) => Pick<ProgramDefaults, 'engagedDoseRatio'>,
): number {
  const lastWithout = weeks.findLastIndex((week) => isEngaged(week, rulesOn(week.week)) !== true);
  return weeks.length - 1 - lastWithout;
}
