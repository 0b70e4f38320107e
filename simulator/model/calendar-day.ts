export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** The clinic opens on this Monday; every day of the model is counted from it. */
const EPOCH = Date.UTC(2024, 8, 2);

export function calendarDay(isoDate: string): number {
  return Math.round((Date.parse(`${isoDate}T00:00:00Z`) - EPOCH) / DAY_MS);
}

export function isoDate(day: number): string {
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
