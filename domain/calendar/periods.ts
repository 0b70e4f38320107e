import { addDays, type Day, localTime } from './calendar-day.ts';

export type PeriodKind = 'week' | 'month';

/** A week (Monday to Sunday) or a month: `until` is the first day after it. */
export interface Period {
  start: Day;
  until: Day;
}

/** The week or month that a day lies in. */
export function periodOf(day: Day, kind: PeriodKind): Period {
  if (kind === 'week') {
    const start = localTime(Date.parse(day), 'UTC').monday;
    return { start, until: addDays(start, 7) };
  }
  const start = `${day.slice(0, 7)}-01`;
  return { start, until: `${addDays(start, 31).slice(0, 7)}-01` };
}

/** The weeks or months from the one with `from` to the one with `to`, in order. */
export function periodsFrom(from: Day, to: Day, kind: PeriodKind): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(from, kind); period.start <= to; period = periodOf(period.until, kind))
    periods.push(period);
  return periods;
}
