export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** The clinic opens on this Monday; every day of the model is counted from it. */
const EPOCH = Date.UTC(2024, 8, 2);

export function calendarDay(isoDate: string): number {
  return Math.round((Date.parse(`${isoDate}T00:00:00Z`) - EPOCH) / DAY_MS);
}

/** Dates of the years in which people are in treatment: each is written thousands of times. */
const dates: string[] = [];
const LAST_KEPT = 5_000;

export function isoDate(day: number): string {
  if (!(day >= 0 && day <= LAST_KEPT)) return dateOf(day);
  return (dates[day] ??= dateOf(day));
}

function dateOf(day: number): string {
  return new Date(EPOCH + day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekday(day: number): number {
  return ((day % 7) + 7) % 7;
}

export function weekOf(day: number): number {
  return Math.floor(day / 7);
}

/** Midnight UTC of the day, as milliseconds. */
export function utcMidnight(day: number): number {
  return EPOCH + day * DAY_MS;
}

/** The UTC calendar day an instant falls on. */
export function utcDay(instant: number): number {
  return Math.floor((instant - EPOCH) / DAY_MS);
}
