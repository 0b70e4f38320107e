import type { CourseStep } from './course.ts';
import type { StaffMember } from './staff-member.ts';
import type { TherapyGroup } from './therapy-group.ts';
import type { WeeklySlot } from './weekly-slot.ts';

/** One step of a client's course, with the places it takes in the clinic. */
export interface Placement {
  client: number;
  ordinal: number;
  step: CourseStep;
  /** What follows with us, a step down or a readmission; null after the last stay. */
  next: CourseStep | null;
  group: TherapyGroup;
  /** Some change to another group of the program in the middle of their stay. */
  move: { group: TherapyGroup; day: number } | null;
  counselor: StaffMember | null;
  startDay: number;
  endDay: number;
  individual: WeeklySlot | null;
  family: WeeklySlot | null;
}

/** The group the client belongs to on that day. */
export function groupOn({ group, move }: Placement, day: number): TherapyGroup {
  return move && day >= move.day ? move.group : group;
}
