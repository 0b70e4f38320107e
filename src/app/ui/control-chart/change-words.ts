import type { MeasurePoint } from '#domain/measures/measures.contract';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import { calendarDay } from '../clinic-time/clinic-time';

/** The periods in which something began to be done in another way, each once, with the words of all. */
export function changeWords(
  points: readonly MeasurePoint[],
  changes: readonly ProcessChange[],
): { index: number; text: string }[] {
  return points.flatMap(({ start, until }, index) => {
    const within = changes.filter(({ day }) => start <= day && day < until);
    if (within.length === 0) return [];
    const days = [...new Set(within.map(({ day }) => day))].map((day) => {
      const words = within.filter((change) => change.day === day).map((change) => change.words);
      return `${calendarDay(day)}: ${words.join('; ')}`;
    });
    return [{ index, text: `${days.join('; ')}, limits restart` }];
  });
}
