import type { UsualWeek } from '#domain/client-progress/usual-course.contract';

export const USUAL_HEIGHT = 96;
const TOP = 12;
const BOTTOM = 18;
const LEFT = 28;

export interface UsualDrawing {
  /** The middle half, week by week. */
  band: string;
  /** The middle one. */
  middle: string;
  own: string;
  points: { x: number; y: number; words: string }[];
  ticks: { x: number; words: string }[];
  scale: { y: number; words: string }[];
}

/** The band of others and a client's own line over the weeks of a stay, from zero or the least value on. */
export function usualDrawing(
  usual: readonly UsualWeek[],
  own: ReadonlyMap<number, number>,
  width: number,
): UsualDrawing {
  const weeks = [...usual.map(({ week }) => week), ...own.keys()];
  const [first, last] = [Math.min(...weeks), Math.max(...weeks)];
  const most = Math.max(1, ...usual.map(({ high }) => high), ...own.values());
  const step = (width - LEFT - 8) / Math.max(1, last - first);
  const x = (week: number) => LEFT + (week - first) * step;
  const y = (value: number) => TOP + (1 - value / most) * (USUAL_HEIGHT - TOP - BOTTOM);
  const at = (week: number, value: number) => `${x(week).toFixed(1)} ${y(value).toFixed(1)}`;
  const line = (points: readonly string[]) => (points.length > 0 ? `M${points.join('L')}` : '');
  const sorted = [...own].sort(([a], [b]) => a - b);
  const every = Math.max(1, Math.ceil(40 / step));
  return {
    band: runsOf(usual)
      .map((run) => {
        const above = run.map(({ week, high }) => at(week, high));
        const below = run.map(({ week, low }) => at(week, low)).reverse();
        // One week alone is as wide as a mark.
        const only = run[0];
        if (run.length === 1 && only)
          return `M${x(only.week) - 3} ${y(only.high)}h6V${y(only.low)}h-6z`;
        return `${line([...above, ...below])}z`;
      })
      .join(''),
    middle: runsOf(usual)
      .map((run) => line(run.map(({ week, middle }) => at(week, middle))))
      .join(''),
    own: line(sorted.map(([week, value]) => at(week, value))),
    points: sorted.map(([week, value]) => ({
      x: x(week),
      y: y(value),
      words: `${Math.round(value * 10) / 10}`,
    })),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((week) => (week - first) % every === 0)
      .map((week) => ({ x: x(week), words: `${week}` })),
    scale: [0, most].map((value) => ({ y: y(value), words: `${Math.round(value)}` })),
  };
}

/** Weeks of too few clients are left out: the band is broken there, not drawn over. */
function runsOf(usual: readonly UsualWeek[]): UsualWeek[][] {
  const runs: UsualWeek[][] = [];
  for (const one of usual) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.week === one.week - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
