import type { Closure, MeasurePoint } from '#domain/measures/measures.contract';
import { periodWords, type Period } from '../chart/period-words';
import { calendarDay } from '../clinic-time/clinic-time';
import { type CountedIn, formatCount, formatValue, type Unit } from '../figure/format-rate';
import { causeWords } from './cause-words';
import { unrecordedWords } from './unrecorded-words';

/** One point in a sentence: 'Week of 2 Nov: 71.6%, 421/588, below the lower limit 72.9%.' */
export function pointWords(
  point: MeasurePoint,
  by: Period,
  unit: Unit,
  countedIn: CountedIn = 'sessions',
): string {
  const value = formatValue(point, unit);
  const facts = [
    value === null ? 'nothing counted' : `${value}, ${formatCount(point, countedIn)}`,
    causeWords(point, unit),
    openWords(point),
    point.poorlyRecorded ? `uncertain: ${unrecordedWords(point, countedIn)}` : null,
    ...point.closures.map(closureWords),
  ];
  return `${periodWords(point.start, by)}: ${facts.filter((fact) => fact !== null).join(', ')}.`;
}

/** '2 of 5 days' of a period that is not over. */
export function daysOver({ open, daysOver: days }: MeasurePoint): string | null {
  if (!open) return null;
  return days ? `${days.over} of ${days.of} days` : 'not over';
}

/** 'closed 14 Aug at Millbrook, 12 sessions, by the schedule', or 'closed 26 Nov – 27 Nov at every site: Thanksgiving'. */
export function closureWords({ day, lastDay, site, sessions, words }: Closure): string {
  const days = day === lastDay ? calendarDay(day) : `${calendarDay(day)} – ${calendarDay(lastDay)}`;
  const closed = `closed ${days} at ${site ?? 'every site'}`;
  return words === null
    ? `${closed}, ${sessions} sessions, by the schedule`
    : `${closed}: ${words}`;
}

const openWords = (point: MeasurePoint): string | null => {
  const days = daysOver(point);
  return days === null || days === 'not over' ? days : `not over, ${days}`;
};
