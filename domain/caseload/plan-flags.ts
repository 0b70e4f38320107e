import { calendarDayInWords } from '../calendar/calendar-day-in-words.ts';
import { type Day, daysBetween } from '../calendar/calendar-day.ts';
import type { PlanChange } from '../episode/plan-in-force.ts';
import type { SourceDiffers } from '../episode/against-source.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import type { Flag } from './caseload.contract.ts';

/** What the plan says of today. */
export interface PlanNow {
  /** `null`: no plan at the source, staff's own entries alone. */
  recordId: string | null;
  /** Of the phase that today lies in; `null` where it is not known. */
  minutesPerWeek: number | null;
  endsOn: Day | null;
}

const ADULT_FROM = 18;

type LevelMinimum = Pick<ProgramDefaults, 'adultMinimumHours' | 'adolescentMinimumHours'>;

/**
 * The plan prescribes fewer hours than the level of care asks for. A planned taper is still said: its
 * weeks are not short, since they are measured by what the taper prescribes, but the client is no
 * longer at level 2.1 (SAMHSA TIP 47: 9 h a week for adults, 6 h for adolescents).
 */
export function doseBelowLevel(
  plan: PlanNow | null,
  level: string | null,
  age: number | null,
  rules: LevelMinimum,
): Flag[] {
  const minimum = levelMinimum(level, age, rules);
  if (minimum === null || !plan || plan.minutesPerWeek === null) return [];
  if (plan.minutesPerWeek >= minimum) return [];
  return [
    {
      rule: 'dose-below-level',
      what: 'Dose no longer matches level',
      evidence: `${hours(plan.minutesPerWeek)} of ${hours(minimum)} h`,
      value: plan.minutesPerWeek,
      threshold: minimum,
      recordIds: plan.recordId === null ? [] : [plan.recordId],
    },
  ];
}

/** Minutes a week that a level asks for; `null` for a level without a minimum that is checked. */
export function levelMinimum(
  level: string | null,
  age: number | null,
  { adultMinimumHours, adolescentMinimumHours }: LevelMinimum,
): number | null {
  if (level !== '2.1') return null;
  // Where no age is recorded, only what is too little for everybody is known to be too little.
  const isAdult = age !== null && age >= ADULT_FROM;
  return 60 * (isAdult ? adultMinimumHours : adolescentMinimumHours);
}

/** The plan ends within days, or has ended, and the client is in treatment: it is to be reviewed. */
export function planReview(
  plan: PlanNow | null,
  today: Day,
  { planReviewDays }: Pick<ProgramDefaults, 'planReviewDays'>,
): Flag[] {
  if (!plan?.endsOn) return [];
  const days = daysBetween(today, plan.endsOn);
  if (days > planReviewDays) return [];
  return [
    {
      rule: 'plan-review',
      what: 'Plan review due',
      evidence: `plan ${days < 0 ? 'ended' : 'ends'} ${calendarDayInWords(plan.endsOn, today)}`,
      value: days,
      threshold: planReviewDays,
      recordIds: plan.recordId === null ? [] : [plan.recordId],
    },
  ];
}

/** The source says something else of the plan than staff wrote since: ours counts, and somebody has to look. */
export function recordDiffers(
  differs: readonly SourceDiffers[],
  plan: Pick<PlanNow, 'recordId'> | null,
): Flag[] {
  if (differs.length === 0) return [];
  return [
    {
      rule: 'source-differs',
      what: 'Record differs from ours',
      evidence: differs
        .map(({ kind, ours, source }) => `${OF_PLAN[kind]}: it says ${source}, ours ${ours}`)
        .join('; '),
      value: differs.length,
      threshold: 1,
      recordIds: plan?.recordId ? [plan.recordId] : [],
    },
  ];
}

const OF_PLAN: Record<PlanChange['kind'], string> = {
  phase: 'phases',
  'planned-discharge': 'discharge',
};

const hours = (minutes: number): number => Math.round(minutes / 6) / 10;
