import { addDays, type Day } from '../calendar/calendar-day.ts';

/** How often somebody is to be told. */
export const REPORT_INTERVALS = ['once', 'week', 'two-weeks', 'month', 'quarter'] as const;
export type ReportInterval = (typeof REPORT_INTERVALS)[number];

export const INTERVAL_WORDS: Readonly<Record<ReportInterval, string>> = {
  once: 'once',
  week: 'every week',
  'two-weeks': 'every two weeks',
  month: 'every month',
  quarter: 'every three months',
};

export interface ReportDuty {
  every: ReportInterval;
  /** The first day on which one is due. */
  dueOn: Day;
}

/** When the next one is due, of which the last was answered; `null`: none is any more. */
export function nextDue({ every, dueOn }: ReportDuty, answered: Day | null): Day | null {
  if (answered === null || answered < dueOn) return dueOn;
  if (every === 'once') return null;
  for (let count = 1; ; count += 1) {
    const due = dueAfter(dueOn, every, count);
    if (due > answered) return due;
  }
}

/** Which of its days a report of today answers: everything that has come due, else the next one, early. */
export function answeredBy(duty: ReportDuty, answered: Day | null, today: Day): Day | null {
  let last = nextDue(duty, answered);
  while (last !== null) {
    const next = nextDue(duty, last);
    if (next === null || next > today) return last;
    last = next;
  }
  return null;
}

/**
 * Of which days a report tells: since the last one told, else the time between two of them up to today, and
 * never from before admission. Of one that is asked for once, the whole stay.
 */
export function reportPeriod(
  { every }: ReportDuty,
  { toldUpTo, admittedOn, today }: { toldUpTo: Day | null; admittedOn: Day; today: Day },
): { from: Day; to: Day } {
  const since =
    toldUpTo !== null
      ? addDays(toldUpTo, 1)
      : every === 'once'
        ? admittedOn
        : addDays(dueAfter(today, every, -1), 1);
  const from = since < admittedOn ? admittedOn : since;
  return { from: from > today ? today : from, to: today };
}

const DAYS = { week: 7, 'two-weeks': 14 } as const;
const MONTHS = { month: 1, quarter: 3 } as const;

function dueAfter(day: Day, every: Exclude<ReportInterval, 'once'>, count: number): Day {
  return every === 'week' || every === 'two-weeks'
    ? addDays(day, DAYS[every] * count)
    : addMonths(day, MONTHS[every] * count);
}

/** The same day of another month, its last day where it has none such. */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const on = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  return on.toISOString().slice(0, 10);
}
