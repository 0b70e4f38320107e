import { localInstant, HOME_ZONE } from '../model/local-time.ts';
import { calendarDay, isoDate } from '../model/calendar-day.ts';

/** From `from` up to, not including, `until`. */
export interface DateRange {
  from: number;
  until: number;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.(\d{1,9}))?)?(?:Z|[+-]\d{2}:\d{2})$/;
const LENGTHS = { minute: 60_000, second: 1_000 };

/**
 * The stretch of time a FHIR date means: a day is 24 hours, a second 1,000 milliseconds. Dates
 * without a time are the clinic's own. Null when it is no date.
 */
export function dateRange(text: string): DateRange | null {
  const date = DATE.exec(text);
  if (date) return dayRange(date);
  const time = DATE_TIME.exec(text);
  const from = time ? Date.parse(text) : NaN;
  if (Number.isNaN(from)) return null;
  if (time?.[1]) return { from, until: from + Math.max(1, 1_000 / 10 ** time[1].length) };
  const seconds = /T\d{2}:\d{2}:\d{2}/.test(text);
  return { from, until: from + (seconds ? LENGTHS.second : LENGTHS.minute) };
}

function dayRange([, year, month, day]: RegExpExecArray): DateRange | null {
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (Number.isNaN(Date.parse(first)) || isoDate(calendarDay(first)) !== first) return null;
  const next = new Date(`${first}T00:00:00Z`);
  if (day) next.setUTCDate(next.getUTCDate() + 1);
  else if (month) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return {
    from: localInstant(HOME_ZONE, calendarDay(first), 0),
    until: localInstant(HOME_ZONE, calendarDay(next.toISOString().slice(0, 10)), 0),
  };
}
