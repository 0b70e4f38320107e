import { addDays, daysBetween, type Day } from '#domain/calendar/calendar-day';

/** A Monday on the axis, with the words below it where there is room for them. */
export interface Tick {
  day: Day;
  x: number;
  words: string;
}

/**
 * One axis of days that several drawings share: to scale from its first Monday to its last, and after a
 * break so much of what follows as fits, ever closer together.
 */
export interface TimeAxis {
  width: number;
  from: Day;
  /** The Monday after the last day drawn to scale. */
  to: Day;
  /** Where the days to scale end, and the break begins. */
  scaleEnd: number;
  dayWidth: number;
  ticks: Tick[];
  /** `null` where today is not among the days drawn to scale. */
  todayX: number | null;
  today: Day;
  /** The left edge of a day; days before the first stand at it. */
  x: (day: Day) => number;
  /** So many days after the end, behind the break: from 3 to 365. */
  afterX: (days: number) => number;
}

export interface AxisDays {
  /** The first day that matters. */
  from: Day;
  /** The last day drawn to scale. */
  to: Day;
  today: Day;
  width: number;
  /** What is behind the break; 0: nothing. */
  after: number;
}

const ROOM_FOR_WORDS = 40;
const LETTER = 6;
const LONGEST_AFTER = 365;
const SHORTEST_AFTER = 3;

/** The axis of some days on a width in pixels, whole weeks. */
export function timeAxis({ from: first, to: last, today, width, after }: AxisDays): TimeAxis {
  const from = mondayOf(first);
  const to = addDays(mondayOf(last), 7);
  const scaleEnd = Math.max(0, width - after);
  const dayWidth = scaleEnd / daysBetween(from, to);
  const x = (day: Day) => Math.max(0, daysBetween(from, day) * dayWidth);
  const ends = addDays(to, -1);
  return {
    width,
    from,
    to,
    scaleEnd,
    dayWidth,
    today,
    ticks: ticksOf(from, to, x, dayWidth),
    todayX: today < from || today > ends ? null : x(today) + dayWidth / 2,
    x,
    afterX: (days) => scaleEnd + Math.min(1, place(days)) * (after - 12) + 6,
  };
}

/** From 0 at three days to 1 at a year, each doubling as far as the one before. */
const place = (days: number): number =>
  Math.max(0, Math.log(days / SHORTEST_AFTER) / Math.log(LONGEST_AFTER / SHORTEST_AFTER));

/** Mondays far enough apart to be read; months where a week is less than that wide by far. */
function ticksOf(from: Day, to: Day, x: (day: Day) => number, dayWidth: number): Tick[] {
  const every = [1, 2, 4, 8, 13, 26, 52].find((weeks) => weeks * 7 * dayWidth >= ROOM_FOR_WORDS);
  const step = (every ?? 52) * 7;
  const ticks: Tick[] = [];
  for (let day = from; day < to; day = addDays(day, step)) {
    const before = ticks.at(-1);
    // One that names its year is as wide as two.
    if (before && x(day) - before.x < before.words.length * LETTER) continue;
    ticks.push({ day, x: x(day), words: tickWords(day, before?.day ?? null) });
  }
  return ticks;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** '28 Sep' first and where the month changes, '5' within it; the year where it changes. */
function tickWords(day: Day, before: Day | null): string {
  const [year, month, date] = day.split('-').map(Number);
  const monthOf = MONTHS[(month ?? 1) - 1];
  if (before && before.slice(0, 4) !== day.slice(0, 4)) return `${date} ${monthOf} ${year}`;
  return before && before.slice(0, 7) === day.slice(0, 7) ? `${date}` : `${date} ${monthOf}`;
}

/** Day 0 of the epoch was a Thursday. */
const mondayOf = (day: Day): Day => addDays(day, -((daysBetween('1970-01-01', day) + 3) % 7));
