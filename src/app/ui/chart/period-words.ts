import { calendarDay } from '../clinic-time/clinic-time';

export type Period = 'week' | 'month';

/** 'Week of 2 Nov', 'Nov 2026'. */
export const periodWords = (start: string, by: Period): string =>
  by === 'week' ? `Week of ${calendarDay(start)}` : `${monthOf(start)} ${start.slice(0, 4)}`;

/** '2 Nov', 'Nov': where the chart says which period it is. */
export const shortPeriod = (start: string, by: Period): string =>
  by === 'week' ? calendarDay(start) : monthOf(start);

/** '18 May to 17 Nov 2026', each year written where they differ. */
export function fromTo(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const start = first === last ? calendarDay(from) : `${calendarDay(from)} ${first}`;
  return `${start} to ${calendarDay(to)} ${last}`;
}

const monthOf = (day: string): string => calendarDay(day).split(' ')[1] ?? '';
