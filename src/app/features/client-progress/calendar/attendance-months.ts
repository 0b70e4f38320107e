import { addDays, type Day, localTime } from '#domain/calendar/calendar-day';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { statusWord } from '../../../ui/status-mark/status-word';

export interface CalendarDay {
  day: Day;
  /** Of its month. */
  number: number;
  marks: { mark: string; words: string }[];
}

export interface CalendarMonth {
  /** 'Nov 2026'. */
  name: string;
  /** From Monday on; `null` where a day is of another month. */
  weeks: (CalendarDay | null)[][];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Months of days with what became of each session, the latest month first. */
export function attendanceMonths(
  sessions: readonly ClientSession[],
  timeZone: string,
): CalendarMonth[] {
  const byDay = Map.groupBy(
    sessions.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    ({ startsAt }) => localTime(Date.parse(startsAt), timeZone).day,
  );
  const months = [...new Set([...byDay.keys()].map((day) => day.slice(0, 7)))].sort().reverse();
  return months.map((month) => ({ name: nameOf(month), weeks: weeksOf(month, byDay) }));
}

const nameOf = (month: string): string =>
  `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

function weeksOf(
  month: string,
  byDay: ReadonlyMap<Day, readonly ClientSession[]>,
): CalendarMonth['weeks'] {
  const weeks: CalendarMonth['weeks'] = [];
  const { monday } = localTime(Date.parse(`${month}-01`), 'UTC');
  for (let first = monday; first.slice(0, 7) <= month; first = addDays(first, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(first, index)).map((day) =>
        day.slice(0, 7) === month ? dayOf(day, byDay.get(day) ?? []) : null,
      ),
    );
  }
  return weeks;
}

const dayOf = (day: Day, sessions: readonly ClientSession[]): CalendarDay => ({
  day,
  number: Number(day.slice(8)),
  marks: sessions.map(({ status, walkIn, service }) => {
    const mark = walkIn ? 'walk-in' : status;
    return { mark, words: `${statusWord(mark)}, ${service}` };
  }),
});
