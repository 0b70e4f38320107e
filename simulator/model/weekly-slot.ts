import type { TherapyGroup } from './therapy-group.ts';

/** A standing appointment: every week (`both`), or every other one. */
export interface WeeklySlot {
  weekday: number;
  /** Minutes after local midnight. */
  startsAt: number;
  minutes: number;
  weeks: 'even' | 'odd' | 'both';
}

export function groupSlots(group: TherapyGroup): WeeklySlot[] {
  const { weekdays, startsAt } = group.schedule;
  return weekdays.map((weekday) => ({ weekday, startsAt, minutes: group.minutes, weeks: 'both' }));
}
