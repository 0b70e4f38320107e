import type { TherapyGroup } from './therapy-group.ts';
import type { WeekDiary } from './week-diary.ts';
import type { WeeklySlot } from './weekly-slot.ts';

const FULL_HOURS = Array.from({ length: 13 }, (_, hour) => (8 + hour) * 60);

const hoursByGroup = new WeakMap<TherapyGroup, number[]>();

/**
 * The time free for both client and counselor that is nearest to the client's group: directly
 * before or after it where that can be. Null when there is none.
 */
export function standingSession(
  diaries: readonly WeekDiary[],
  group: TherapyGroup,
  firstWeekday: number,
  minutes: number,
  weeks: readonly WeeklySlot['weeks'][],
): WeeklySlot | null {
  for (const which of weeks) {
    for (const startsAt of hoursNear(group)) {
      for (let turn = 0; turn < 5; turn++) {
        const weekday = (firstWeekday + turn) % 5;
        const slot: WeeklySlot = { weekday, startsAt, minutes, weeks: which };
        if (diaries.every((diary) => diary.isFree(slot))) return slot;
      }
    }
  }
  return null;
}

function hoursNear(group: TherapyGroup): number[] {
  let hours = hoursByGroup.get(group);
  if (!hours) {
    const middle = group.schedule.startsAt + group.minutes / 2 - 25;
    hours = FULL_HOURS.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
    hoursByGroup.set(group, hours);
  }
  return hours;
}
