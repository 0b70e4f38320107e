import type { Day } from '#domain/calendar/calendar-day';
import { clinicDate } from '../../ui/clinic-time/clinic-time';

/** 'Mon 23 Nov' for a day, with the year only when it is not the year of `today`. */
export const dayWords = (day: Day, today: Day): string =>
  clinicDate(`${day}T12:00:00Z`, 'UTC', `${today}T12:00:00Z`);
