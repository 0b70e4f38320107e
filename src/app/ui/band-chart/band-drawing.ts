import type { Day } from '#domain/calendar/calendar-day';
import type { TimeAxis } from '../time-axis/time-axis';

export interface BandScale {
  min: number;
  max: number;
  /** From the least to the gravest; both ends belong to a band. */
  bands: readonly { from: number; to: number; name: string }[];
  /** Cuts that their authors published, drawn as dashed lines. */
  cuts: readonly number[];
}

export interface BandPoint {
  day: Day;
  value: number;
  /** Something of this day must be seen: a safety answer. */
  alert?: boolean;
  /** A rule of the instrument calls the way to this point a change. */
  mark?: 'better' | 'worse';
}

export interface BandSeries {
  /** '' where there is one alone. */
  name: string;
  /** A colour of the categories, 1 to 6; 0: attended blue, of one series alone. */
  colour: number;
  points: readonly BandPoint[];
}

export interface Due {
  day: Day;
  words: string;
}

interface Word {
  x: number;
  y: number;
  words: string;
}

export interface BandDrawing {
  bands: { y: number; height: number; step: number }[];
  bandWords: Word[];
  cutLines: number[];
  axisWords: Word[];
  lines: { d: string; className: string }[];
  points: { x: number; y: number; className: string; alert: boolean; mark: string }[];
  values: (Word & { className: string })[];
  /** What each of several series ends with. */
  ends: (Word & { className: string })[];
  due: (Word & { anchor: 'start' | 'end'; wordsX: number }) | null;
  edge: number;
}

const ROOM_FOR_A_VALUE = 20;
const ROOM_FOR_A_NAME = 13;
/** 'moderately severe' is the longest. */
const ROOM_FOR_BAND_WORDS = 94;
const STEPS = 5;

/** The drawing of some series on one scale: bands behind, values where there is room for them. */
export function bandDrawing(
  axis: TimeAxis,
  scale: BandScale,
  series: readonly BandSeries[],
  due: Due | null,
  height: number,
): BandDrawing {
  const [top, bottom] = [12, height - 6];
  const span = scale.max - scale.min || 1;
  const y = (value: number) => bottom - ((value - scale.min) / span) * (bottom - top);
  const x = (day: Day) => axis.x(day) + axis.dayWidth / 2;
  const edge = axis.scaleEnd + 8;
  return {
    edge,
    bands: scale.bands.map(({ from, to }, step) => {
      const upper = to >= scale.max ? 0 : y(to + 0.5);
      const lower = from <= scale.min ? height : y(from - 0.5);
      return { y: upper, height: lower - upper, step: shadeOf(step, scale.bands.length) };
    }),
    bandWords: spread(
      (axis.width - edge < ROOM_FOR_BAND_WORDS ? [] : scale.bands).map(({ from, to, name }) => ({
        x: edge,
        y: y((from + Math.min(to, scale.max)) / 2) + 4,
        words: name,
      })),
      ROOM_FOR_A_NAME,
      height,
    ),
    cutLines: scale.cuts.map(y),
    axisWords: axisWords(scale, y),
    lines: series.map(({ points, colour }) => ({
      className: `line-c${colour}`,
      d: points
        .map(({ day, value }, at) => `${at ? 'L' : 'M'}${x(day).toFixed(1)} ${y(value).toFixed(1)}`)
        .join(''),
    })),
    points: series.flatMap(({ points, colour }) =>
      points.map(({ day, value, alert, mark }) => ({
        x: x(day),
        y: y(value),
        className: `dot-c${colour}`,
        alert: alert ?? false,
        mark: mark ?? '',
      })),
    ),
    values: series.length === 1 ? valueWords(series[0], x, y) : [],
    ends: series.length > 1 ? endWords(series, axis, edge, y, height) : [],
    due: due && dueAt(due, axis, x, dueY(series, y, height)),
  };
}

/** Of fewer bands than shades the outermost take the outermost. */
const shadeOf = (step: number, of: number): number =>
  of <= 1 ? 1 : 1 + Math.round((step * (STEPS - 1)) / (of - 1));

/** Where bands begin; without bands both ends and the cuts. */
function axisWords({ bands, cuts, min, max }: BandScale, y: (value: number) => number): Word[] {
  const values = bands.length > 1 ? bands.slice(1).map(({ from }) => from) : [min, ...cuts, max];
  return [...new Set(values)].map((value) => ({ x: -3, y: y(value) + 4, words: `${value}` }));
}

/** First, last, lowest and highest always; the others where they do not run into a neighbour. */
function valueWords(
  { points, colour }: BandSeries,
  x: (day: Day) => number,
  y: (value: number) => number,
) {
  const last = points.length - 1;
  const values = points.map(({ value }) => value);
  const extremes = [Math.max(...values), Math.min(...values)].map((value) => values.indexOf(value));
  const order = [...new Set([last, 0, ...extremes, ...points.keys()])];
  const taken: number[] = [];
  return order.flatMap((index) => {
    const point = points[index];
    if (!point) return [];
    const at = x(point.day);
    if (taken.some((other) => Math.abs(other - at) < ROOM_FOR_A_VALUE)) return [];
    taken.push(at);
    return [
      {
        x: at,
        y: y(point.value) - 7,
        words: `${point.value}`,
        className: `value-c${colour}${index === last ? ' last' : ''}`,
      },
    ];
  });
}

/** 'Risk 10', where the series stopped, none over another. */
function endWords(
  series: readonly BandSeries[],
  axis: TimeAxis,
  x: number,
  y: (value: number) => number,
  height: number,
) {
  const isNarrow = axis.width - x < ROOM_FOR_BAND_WORDS;
  const words = series.flatMap(({ name, colour, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    const className = `end-c${colour}`;
    const said = isNarrow ? name.charAt(0) : name;
    return [{ x, y: y(last.value) + 4, words: `${said} ${last.value}`, className }];
  });
  return spread(words, ROOM_FOR_A_NAME, height);
}

/** In the half in which the last score does not stand. */
function dueY(series: readonly BandSeries[], y: (value: number) => number, height: number): number {
  const last = series.flatMap(({ points }) => points.at(-1) ?? []);
  const isLow = last.some(({ value }) => y(value) > height / 2);
  return series.length > 1 ? 8 : isLow ? height / 4 : height - 14;
}

function dueAt({ day, words }: Due, axis: TimeAxis, x: (day: Day) => number, y: number) {
  // What is due after the end of the axis stands at its edge.
  const at = day < axis.to ? x(day) : axis.scaleEnd;
  const fits = at + 10 + words.length * 6 < axis.scaleEnd;
  return {
    x: at,
    y,
    words,
    wordsX: fits ? at + 8 : at - 8,
    anchor: fits ? ('start' as const) : ('end' as const),
  };
}

/** Pushes words apart from below upward, so that none covers another, and none leaves the drawing. */
function spread<W extends Word>(words: W[], room: number, height: number): W[] {
  const upward = words.toSorted((a, b) => b.y - a.y);
  let free = height + room / 2;
  return upward.map((word) => {
    const y = Math.min(word.y, free - room / 2);
    free = y - room / 2;
    return { ...word, y };
  });
}
