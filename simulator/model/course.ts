import { Draws } from './draws.ts';
import { LEVEL_DESIGNS, PHASE_WEEKS, type Level } from './level-design.ts';

export type DischargeReason =
  'completed' | 'transferred' | 'dropped-out' | 'terminated' | 'incarcerated' | 'died' | 'other';

/** One stay at one level of care. */
export interface CourseStep {
  level: Level;
  /** From outside, down from the level before, or back after having left. */
  entry: 'admission' | 'step-down' | 'readmission';
  /** Days between the stay before and the earliest start of this one. */
  gapDays: number;
  reason: DischargeReason;
  stayDays: number;
  plannedWeeks: number;
}

/**
 * TEDS-D 2004, intensive outpatient: shares, and median days by reason (adults, table 4.11). What
 * it counts as other is split into TEDS reasons 5, 6 and 7.
 */
const DISCHARGES: Record<DischargeReason, { share: number; medianDays: number }> = {
  completed: { share: 0.377, medianDays: 50 },
  transferred: { share: 0.179, medianDays: 42 },
  'dropped-out': { share: 0.232, medianDays: 26 },
  terminated: { share: 0.14, medianDays: 36 },
  incarcerated: { share: 0.025, medianDays: 36 },
  died: { share: 0.004, medianDays: 36 },
  other: { share: 0.043, medianDays: 36 },
};

const LOG_SPREAD: Record<DischargeReason, number> = {
  completed: 0.4,
  transferred: 0.55,
  'dropped-out': 0.8,
  terminated: 0.7,
  incarcerated: 0.7,
  died: 0.7,
  other: 0.7,
};

/** Of those who completed or were transferred, who goes on at the next level down with us. */
const STEP_DOWN: Record<Level, { to: Level; share: number } | null> = {
  '3.1': { to: '2.1', share: 0.7 },
  '2.5': { to: '2.1', share: 0.65 },
  '2.1': { to: '1.5', share: 0.25 },
  '1.5': null,
};

/** Back within 90 days: 29 % (Reif 2017), at the same level or a higher one. */
const READMITTED = 0.34;
const READMISSION_MEDIAN_DAYS = 42;
/** After everything booked before the earlier stay ended has passed. */
const SOONEST_READMISSION = 24;
const MOST_STAYS = 5;

const READMISSION_LEVELS: Record<Level, readonly (readonly [Level, number])[]> = {
  '3.1': [['3.1', 1]],
  '2.5': [
    ['2.5', 0.85],
    ['3.1', 0.15],
  ],
  '2.1': [
    ['2.1', 0.75],
    ['2.5', 0.18],
    ['3.1', 0.07],
  ],
  '1.5': [
    ['1.5', 0.25],
    ['2.1', 0.7],
    ['2.5', 0.05],
  ],
};

const REASONS = Object.entries(DISCHARGES).map(
  ([reason, { share }]) => [reason as DischargeReason, share] as const,
);

const ADMISSION_LEVELS = Object.entries(LEVEL_DESIGNS).map(
  ([level, { admissionShare }]) => [level as Level, admissionShare] as const,
);

type Entry = Pick<CourseStep, 'level' | 'entry' | 'gapDays'>;

/** A client's way through the levels of care: nothing in it depends on other clients. */
export function course(seed: number, client: number): CourseStep[] {
  const draws = new Draws(seed, 'course', client);
  const steps: CourseStep[] = [];
  let entry: Entry | null = {
    level: draws.weighted(ADMISSION_LEVELS),
    entry: 'admission',
    gapDays: 0,
  };
  while (entry && steps.length < MOST_STAYS) {
    const step: CourseStep = stay(draws, entry);
    steps.push(step);
    entry = stepDown(draws, step) ?? readmission(draws, step);
  }
  return steps;
}

function stepDown(draws: Draws, { level, reason }: CourseStep): Entry | null {
  const down = STEP_DOWN[level];
  if (!down || !endsAsPlanned(reason) || !draws.chance(down.share)) return null;
  return { level: down.to, entry: 'step-down', gapDays: 0 };
}

function readmission(draws: Draws, { level, reason }: CourseStep): Entry | null {
  if (reason === 'died' || !draws.chance(READMITTED)) return null;
  const gapDays = Math.round(READMISSION_MEDIAN_DAYS * Math.exp(0.75 * draws.normal()));
  return {
    level: draws.weighted(READMISSION_LEVELS[level]),
    entry: 'readmission',
    gapDays: Math.min(200, Math.max(SOONEST_READMISSION, gapDays)),
  };
}

/** Whoever leaves without a plan comes less and less before. */
export function driftsAway(reason: DischargeReason): boolean {
  return reason === 'dropped-out' || reason === 'terminated';
}

export function endsAsPlanned(reason: DischargeReason): boolean {
  return reason === 'completed' || reason === 'transferred';
}

function stay(draws: Draws, entry: Entry): CourseStep {
  const { level } = entry;
  const { stayFactor, plannedWeeks } = LEVEL_DESIGNS[level];
  const reason = draws.weighted(REASONS);
  const longest = Math.max(...plannedWeeks.map(([weeks]) => weeks)) * 7;
  const median = DISCHARGES[reason].medianDays * stayFactor;
  const drawn = Math.round(median * Math.exp(LOG_SPREAD[reason] * draws.normal()));
  const stayDays = Math.min(longest, Math.max(reason === 'completed' ? 14 : 2, drawn));
  const hoped = draws.weighted(plannedWeeks);
  // A plan is prolonged before it runs out, so the stay never outlasts what was planned.
  const planned = Object.keys(PHASE_WEEKS)
    .map(Number)
    .find((weeks) => weeks >= hoped && weeks * 7 >= stayDays);
  return { ...entry, reason, stayDays, plannedWeeks: planned ?? longest / 7 };
}
