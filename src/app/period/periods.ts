import { addDays, daysBetween, type Day } from '#domain/calendar/calendar-day';

export interface Days {
  from: Day;
  to: Day;
}

export interface PeriodChoice {
  value: string;
  label: string;
  days: Days;
}

/** The days in which a missing record can still be asked for, then whole weeks. */
export const FORTNIGHT = '14-days';

/** The periods of a list that opens on what is recent. */
export function recentPeriodsOn(today: Day): PeriodChoice[] {
  const monday = mondayOf(today);
  return [
    {
      value: FORTNIGHT,
      label: 'Last 14 days',
      days: { from: addDays(today, -14), to: today },
    },
    { value: 'this-week', label: 'This week', days: { from: monday, to: today } },
    {
      value: 'last-week',
      label: 'Last week',
      days: { from: addDays(monday, -7), to: addDays(monday, -1) },
    },
    ...periodsOn(today),
  ];
}

/** The periods that can be chosen by name, on a day. The week that goes on is one of the weeks. */
export function periodsOn(today: Day): PeriodChoice[] {
  const monday = mondayOf(today);
  const weeks = (count: number): PeriodChoice => ({
    value: `${count}-weeks`,
    label: `${count} weeks`,
    days: { from: addDays(monday, -7 * (count - 1)), to: today },
  });
  const quarter = quarterOf(today);
  const before = quarterOf(addDays(quarter.from, -1));
  return [
    weeks(13),
    weeks(26),
    weeks(52),
    { value: 'this-quarter', label: 'This quarter', days: { from: quarter.from, to: today } },
    { value: 'last-quarter', label: 'Last quarter', days: before },
  ];
}

/** The named period that these days are; without days, the one shown at first. */
export function periodOf(
  days: Partial<Days>,
  choices: readonly PeriodChoice[],
  first = '26-weeks',
): string {
  if (!days.from && !days.to) return first;
  const found = choices.find(
    (choice) => choice.days.from === days.from && choice.days.to === days.to,
  );
  return found?.value ?? OWN_DATES;
}

export const OWN_DATES = 'own';

/** How many weeks are over in a period, of which its figures speak. */
export const fullWeeks = (points: readonly { open: boolean }[]): number =>
  points.filter(({ open }) => !open).length;

function quarterOf(day: Day): Days {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = month - ((month - 1) % 3);
  const next = first + 3 > 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(first + 3)}-01`;
  return { from: `${year}-${twoDigits(first)}-01`, to: addDays(next, -1) };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 5 January 1970 was a Monday. */
const mondayOf = (day: Day): Day => addDays(day, -mod(daysBetween('1970-01-05', day), 7));

const mod = (value: number, by: number): number => ((value % by) + by) % by;
