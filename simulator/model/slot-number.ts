import type { WeeklySlot } from './weekly-slot.ts';

const WEEKS: readonly WeeklySlot['weeks'][] = ['both', 'even', 'odd'];
const DAY_MINUTES = 24 * 60;

/** A standing appointment as one whole number, and back. */
export function slotNumber({ weekday, startsAt, minutes, weeks }: WeeklySlot): number {
  return ((WEEKS.indexOf(weeks) * 7 + weekday) * DAY_MINUTES + startsAt) * DAY_MINUTES + minutes;
}

export function slotOfNumber(number: number): WeeklySlot {
  const minutes = number % DAY_MINUTES;
  const start = Math.floor(number / DAY_MINUTES);
  const weekday = Math.floor(start / DAY_MINUTES);
  return {
    weekday: weekday % 7,
    startsAt: start % DAY_MINUTES,
    minutes,
    weeks: WEEKS[Math.floor(weekday / 7)],
  };
}
