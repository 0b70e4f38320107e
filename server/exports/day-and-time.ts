import { TZDate } from '@date-fns/tz';
import { localTime } from '#domain/calendar/calendar-day';

/** An instant as the site's own calendar and clock have it: '2026-11-18', '09:30'. */
export function dayAndTime(instant: string, timeZone: string): [day: string, time: string] {
  const at = Date.parse(instant);
  const local = new TZDate(at, timeZone);
  const [hours, minutes] = [local.getHours(), local.getMinutes()];
  return [localTime(at, timeZone).day, `${twoDigits(hours)}:${twoDigits(minutes)}`];
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
