import { endsAsPlanned, type CourseStep } from './course.ts';
import { Draws } from './draws.ts';
import type { Clinic } from './clinic.ts';
import type { TherapyGroup } from './therapy-group.ts';

/** The stay as it goes in this group: where the scenario has people lost, some leave early. */
export function stayIn(
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
