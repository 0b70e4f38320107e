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
  counselor: StaffMember | null;
  startDay: number;
  endDay: number;
  individual: WeeklySlot | null;
  family: WeeklySlot | null;
}
