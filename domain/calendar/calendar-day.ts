import { TZDate } from '@date-fns/tz';

/** A day on a site's calendar, 'YYYY-MM-DD'. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Where an instant lies on a site's calendar. */
export interface LocalTime {
  day: Day;
  /** The Monday that begins the week. */
  monday: Day;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  /** 0–23. */
  hour: number;
}

/** The site's calendar at an instant (milliseconds); throws RangeError for an unknown time zone. */
export function localTime(instant: number, timeZone: string): LocalTime {
  const local = new TZDate(instant, timeZone);
  if (Number.isNaN(local.getTime())) throw new RangeError(`${timeZone} is not a time zone.`);
  const weekday = local.getDay() || 7;
  const day = dayOf(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
  return { day, monday: addDays(day, 1 - weekday), weekday, hour: local.getHours() };
}

/** The instant (milliseconds) of a time of a day on a site's clock. */
export function timeOfDay(
  day: Day,
  { hour, minute }: { hour: number; minute: number },
  timeZone: string,
): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, hour, minute, timeZone).getTime();
}

/** The instant (milliseconds) a day begins at a site. */
export const startOfDay = (day: Day, timeZone: string): number =>
  timeOfDay(day, { hour: 0, minute: 0 }, timeZone);

export const addDays = (day: Day, days: number): Day => dayOf(Date.parse(day) + days * DAY_MS);

/** Calendar days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Days that were written out before: a page of sessions asks for the same few thousands of times. */
const written = new Map<number, Day>();
const DAYS_KEPT = 20_000;

function dayOf(utcMidnight: number): Day {
  const known = written.get(utcMidnight);
  if (known !== undefined) return known;
  const day = new Date(utcMidnight).toISOString().slice(0, 10);
  if (written.size >= DAYS_KEPT) written.clear();
  written.set(utcMidnight, day);
  return day;
}
