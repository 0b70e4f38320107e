import { Draws } from './draws.ts';
import { LEVEL_DESIGNS, PHASE_WEEKS, type Level } from './level-design.ts';

export type DischargeReason = 'completed' | 'transferred' | 'dropped-out' | 'terminated' | 'other';

/** One stay at one level of care. */
export interface CourseStep {
  level: Level;
  reason: DischargeReason;
  stayDays: number;
  plannedWeeks: number;
}

/** TEDS-D 2004, intensive outpatient: shares, and median days by reason (adults, table 4.11). */
const DISCHARGES: Record<DischargeReason, { share: number; medianDays: number }> = {
  completed: { share: 0.377, medianDays: 50 },
  transferred: { share: 0.179, medianDays: 42 },
  'dropped-out': { share: 0.232, medianDays: 26 },
  terminated: { share: 0.14, medianDays: 36 },
  other: { share: 0.072, medianDays: 36 },
};

const LOG_SPREAD: Record<DischargeReason, number> = {
  completed: 0.4,
  transferred: 0.55,
  'dropped-out': 0.8,
  terminated: 0.7,
  other: 0.7,
};

/** Of those who completed or were transferred, who goes on at the next level down with us. */
const STEP_DOWN: Record<Level, { to: Level; share: number } | null> = {
  '2.5': { to: '2.1', share: 0.65 },
  '2.1': { to: '1.5', share: 0.25 },
  '1.5': null,
};

const REASONS = Object.entries(DISCHARGES).map(
  ([reason, { share }]) => [reason as DischargeReason, share] as const,
);

const ADMISSION_LEVELS = Object.entries(LEVEL_DESIGNS).map(
  ([level, { admissionShare }]) => [level as Level, admissionShare] as const,
);

/** A client's way through the levels of care: nothing in it depends on other clients. */
export function course(seed: number, client: number): CourseStep[] {
  const draws = new Draws(seed, 'course', client);
  const steps: CourseStep[] = [];
  let level: Level | null = draws.weighted(ADMISSION_LEVELS);
  while (level) {
    const step = stay(draws, level);
    steps.push(step);
    const down: { to: Level; share: number } | null = STEP_DOWN[level];
    const planned = endsAsPlanned(step.reason);
    level = down && planned && draws.chance(down.share) ? down.to : null;
  }
  return steps;
}

export function endsAsPlanned(reason: DischargeReason): boolean {
  return reason === 'completed' || reason === 'transferred';
}

function stay(draws: Draws, level: Level): CourseStep {
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
  return { level, reason, stayDays, plannedWeeks: planned ?? longest / 7 };
}
