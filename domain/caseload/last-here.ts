import { addDays, localTime, timeOfDay } from '../calendar/calendar-day.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';

/** When somebody was last here, unless they say otherwise: the end of the last working day before today. */
export function lastHere(
  asOf: number,
  timeZone: string,
  { workingDayEndsHour }: Pick<ProgramDefaults, 'workingDayEndsHour'>,
): number {
  const { day, weekday } = localTime(asOf, timeZone);
  // From Monday and Sunday back to Friday.
  const back = weekday === 1 ? 3 : weekday === 7 ? 2 : 1;
  return timeOfDay(addDays(day, -back), { hour: workingDayEndsHour, minute: 0 }, timeZone);
}
