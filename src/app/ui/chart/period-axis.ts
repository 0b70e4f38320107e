import { calendarDay } from '../clinic-time/clinic-time';
import type { ChartTokens } from './chart-tokens';
import { MICRO } from './drawing';
import type { Period } from './period-words';

const ROOM_FOR_A_DAY = 46;

/** Weeks or months from left to right: as many words as fit, the last one always among them. */
export const periodAxis = (tokens: ChartTokens, starts: readonly string[], by: Period): object => ({
  type: 'category',
  offset: true,
  grid: { display: false },
  border: { display: false },
  ticks: {
    color: tokens.ink3,
    font: { family: tokens.font, size: MICRO },
    autoSkip: false,
    maxRotation: 0,
    callback(this: { width: number }, _value: unknown, index: number): string {
      const every = everyHowMany(starts.length, this.width);
      return isWritten(index, starts.length, every) ? wordOf(starts, index, every, by) : '';
    },
  },
});

export const everyHowMany = (count: number, width: number): number =>
  Math.max(1, Math.ceil((ROOM_FOR_A_DAY * count) / Math.max(1, width)));

const isWritten = (index: number, count: number, every: number): boolean =>
  (count - 1 - index) % every === 0;

/** '18 May', then '25' until the month changes. */
export function wordOf(
  starts: readonly string[],
  index: number,
  every: number,
  by: Period,
): string {
  const [start, before] = [starts[index] ?? '', starts[index - every]];
  const [day = '', month = ''] = calendarDay(start).split(' ');
  if (by === 'month') return start.slice(5, 7) === '01' ? `${month} ${start.slice(0, 4)}` : month;
  return before?.slice(0, 7) === start.slice(0, 7) ? day : `${day} ${month}`;
}
