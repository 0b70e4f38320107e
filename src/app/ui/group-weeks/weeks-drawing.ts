import { calendarDay } from '../clinic-time/clinic-time';

/** One week of a group. */
export interface WeekOfGroup {
  week: string;
  held: number;
  enrolled: number;
  present: number;
}

/** Present as bars, enrolled as a tick over each, as few paths as there are looks. */
export interface WeeksDrawing {
  width: number;
  height: number;
  present: string;
  enrolled: string;
  /** The week that goes on: its bar is hollow. */
  open: string;
  /** The line of the capacity; `null` where it is not known. */
  capacityY: number | null;
  words: string;
}

const PLACE = 6;
const BAR = 4;
const HEIGHT = 26;

/** Weeks in order, the last goes on. A week without a session has a gap, never a bar of nothing. */
export function weeksDrawing(weeks: readonly WeekOfGroup[], capacity: number | null): WeeksDrawing {
  const most = Math.max(
    1,
    capacity ?? 0,
    ...weeks.flatMap((week) => [week.enrolled, mean(week) ?? 0]),
  );
  const heightOf = (clients: number) => round((clients / most) * (HEIGHT - 2));
  const bar = (week: WeekOfGroup, index: number): string => {
    const present = mean(week);
    if (present === null) return '';
    const height = Math.max(1, heightOf(present));
    return `M${index * PLACE} ${round(HEIGHT - height)}h${BAR}v${height}h-${BAR}z`;
  };
  const tick = ({ enrolled }: WeekOfGroup, index: number): string =>
    enrolled === 0
      ? ''
      : `M${index * PLACE - 0.5} ${round(HEIGHT - heightOf(enrolled))}h${BAR + 1}`;
  return {
    width: Math.max(0, weeks.length * PLACE - (PLACE - BAR)),
    height: HEIGHT,
    present: weeks.slice(0, -1).map(bar).join(''),
    enrolled: weeks.map(tick).join(''),
    open: weeks
      .slice(-1)
      .map((week) => bar(week, weeks.length - 1))
      .join(''),
    capacityY: capacity === null ? null : round(HEIGHT - heightOf(capacity)),
    words: inWords(weeks),
  };
}

/** Present at a session of the week; `null` where none was held. */
export const mean = ({ held, present }: Pick<WeekOfGroup, 'held' | 'present'>): number | null =>
  held === 0 ? null : present / held;

function inWords(weeks: readonly WeekOfGroup[]): string {
  const [first, last] = [weeks.at(0), weeks.at(-2) ?? weeks.at(-1)];
  if (!first || !last) return 'No weeks yet.';
  const without = weeks.filter(({ held }) => held === 0).length;
  const gap =
    without === 0 ? '' : ` ${without} ${without === 1 ? 'week' : 'weeks'} without a session.`;
  return `Enrolled: ${first.enrolled} in the week of ${calendarDay(first.week)}, ${last.enrolled} in the week of ${calendarDay(last.week)}. Present at a session then: ${presentInWords(last)}.${gap}`;
}

export function presentInWords(week: Pick<WeekOfGroup, 'held' | 'present'>): string {
  const present = mean(week);
  return present === null ? 'none held' : present.toFixed(1);
}

const round = (length: number): number => Number(length.toFixed(1));
