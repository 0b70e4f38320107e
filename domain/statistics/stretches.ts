import type { Day } from '../calendar/calendar-day.ts';

/** With fewer points than this a chart has no limits: they would be drawn from noise. */
export const FEWEST_POINTS = 8;

/**
 * A series in stretches, one for each time the process was the same: limits restart where a change
 * of process is marked. A stretch begins with the first period that begins on the day of the mark or
 * after it; the period in which the mark falls is the last of the stretch before.
 */
export function stretchesOf<Point extends { start: Day }>(
  points: readonly Point[],
  marks: readonly Day[],
): Point[][] {
  const days = marks.toSorted();
  const stretches = Map.groupBy(points, ({ start }) => days.filter((day) => day <= start).length);
  return [...stretches.values()];
}
