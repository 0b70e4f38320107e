import { wholeDay } from './whole-day.ts';

export interface When {
  /** As the source wrote it. */
  day: string;
  /** Milliseconds; `null` where it gives the day alone. */
  at: number | null;
}

/** The first of these dates that is a whole day, or an instant of one. */
export function whenOf(...dates: (string | undefined)[]): When | null {
  for (const date of dates) {
    const day = wholeDay(date);
    if (!day || !date) continue;
    const at = date.length > 10 ? Date.parse(date) : Number.NaN;
    return { day, at: Number.isNaN(at) ? null : at };
  }
  return null;
}
