import { addDays, type Day, daysBetween } from '#domain/calendar/calendar-day';

export const FOUR_WEEKS_DAYS = 28;

/** A Monday before anything that is counted. */
const FIRST = '2001-01-01';

/** The Monday that begins the four weeks in which a week lies: every client's begin alike. */
export function fourWeeksOf(week: Day): Day {
  const days = daysBetween(FIRST, week);
  return addDays(week, -(((days % FOUR_WEEKS_DAYS) + FOUR_WEEKS_DAYS) % FOUR_WEEKS_DAYS));
}
