import { addDays, type Day } from '../calendar/calendar-day.ts';
import type { Setting } from './setting.ts';
import { isNamed, valueInWords } from './value-in-words.ts';

/** Further back, or ahead, is a slip of the year. */
const DAYS_BACK = 366;
const DAYS_AHEAD = 731;

/** Why a value cannot be set, as a sentence for its field; '' where it can. */
export function valueProblem({ unit, least, most }: Setting, value: number): string {
  if (isNamed(unit) && Number.isNaN(value)) return 'Choose a value.';
  const isWhole = Number.isInteger(unit === 'share' ? Math.round(value * 1e6) / 1e4 : value);
  if (isWhole && value >= least && value <= most) return '';
  return `Give a whole number, from ${valueInWords(least, unit)} to ${valueInWords(most, unit)}.`;
}

/** Why a value cannot hold from a day on, as a sentence for its field; '' where it can. */
export function effectiveDayProblem(effectiveOn: Day, today: Day): string {
  if (addDays(today, -DAYS_BACK) <= effectiveOn && effectiveOn <= addDays(today, DAYS_AHEAD))
    return '';
  return 'Give a day within the past year or the next two.';
}
