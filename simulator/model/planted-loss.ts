import { endsAsPlanned, type CourseStep } from './course.ts';
import { Draws } from './draws.ts';
import type { Clinic } from './clinic.ts';
import type { TherapyGroup } from './therapy-group.ts';

/** The stay as it goes in this group: where the scenario has people lost, some leave early. */
function stayIn(
  { seed, scenario: { losing } }: Clinic,
  client: number,
  step: CourseStep,
  group: TherapyGroup,
  startDay: number,
): CourseStep {
  if (!losing?.isWhere(group) || startDay < losing.fromDay || !endsAsPlanned(step.reason)) {
    return step;
  }
  const draws = new Draws(seed, 'loss', client, startDay);
  if (!draws.chance(losing.share)) return step;
  return { ...step, reason: 'dropped-out', stayDays: draws.whole(5, 24) };
}

/** The stay at this place of a course, and what follows it with us. */
export function stepsIn(
  clinic: Clinic,
  client: number,
  planned: readonly CourseStep[],
  ordinal: number,
  group: TherapyGroup,
  startDay: number,
): { step: CourseStep; next: CourseStep | null } {
  const step = stayIn(clinic, client, planned[ordinal], group, startDay);
  const following = planned.at(ordinal + 1) ?? null;
  // Who leaves early after all does not step down.
  const stops = step !== planned[ordinal] && following?.entry === 'step-down';
  return { step, next: stops ? null : following };
}
