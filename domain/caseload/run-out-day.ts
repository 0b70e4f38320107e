import { addDays, type Day, localTime } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';

/**
 * The day on which the last unit of an authorization will be used: one unit a day of treatment, in the
 * order of the booked days. Where fewer are booked than units are left, the weeks go on at the pace of
 * the payer’s current week; `null` where that week has no day, so that there is no pace to go by.
 */
export function runOutDay(
  unitsLeft: number,
  usedDays: readonly Day[],
  bookedDays: readonly Day[],
  today: Day,
  { payerWeekStartsOn }: Pick<ProgramDefaults, 'payerWeekStartsOn'>,
): Day | null {
  if (unitsLeft <= 0) return usedDays.toSorted().at(-1) ?? today;
  const ahead = [...new Set(bookedDays)].filter((day) => !usedDays.includes(day)).toSorted();
  const booked = ahead[unitsLeft - 1];
  if (booked) return booked;
  const week = payerWeek(today, payerWeekStartsOn);
  const inWeek = (day: Day) => payerWeek(day, payerWeekStartsOn) === week;
  const pace = new Set([...usedDays, ...ahead].filter(inWeek)).size;
  if (pace === 0) return null;
  // Counted on from the week after the last one in which something is booked.
  const lastWeek = payerWeek(ahead.at(-1) ?? today, payerWeekStartsOn);
  const weeks = Math.ceil((unitsLeft - ahead.length) / pace);
  return addDays(lastWeek, 7 * weeks + 6);
}

/** The first day of the payer’s week that a day lies in. */
function payerWeek(day: Day, startsOn: number): Day {
  const { weekday } = localTime(Date.parse(day), 'UTC');
  return addDays(day, -((weekday - startsOn + 7) % 7));
}
