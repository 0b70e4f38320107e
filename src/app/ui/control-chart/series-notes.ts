import { shortPeriod } from '../chart/period-words';
import { formatCount, formatValue } from '../figure/format-rate';
import { formatBare, formatLevel, formatTick } from '../figure/format-scale';
import { shortCauseWords } from './cause-words';
import type { Box, ChartNote } from './chart-note';
import { limitRuns, type LimitRun } from './limit-runs';
import type { Painted, ToPixels } from './painted';
import { daysOver } from './point-words';
import { unrecordedWords } from './unrecorded-words';

type Told = Painted & { at: ToPixels };

/** All words of a chart, what matters most first; a small one says only what was found. */
export function notesOf(painted: Painted, at: ToPixels, area: Box): ChartNote[] {
  const told = { ...painted, at };
  if (painted.compact) {
    // The sentence below a small chart says what was found; a word in it only where there is room.
    return causeNotes(told).map(({ lines, ...note }) => ({
      ...note,
      lines: lines.slice(0, 1),
      optional: true,
    }));
  }
  return [
    ...causeNotes(told),
    ...openNotes(told),
    ...limitNotes(told, limitRuns(painted.points)),
    ...uncertainNotes(told, area.bottom - 10),
    ...valueNotes(told),
    ...axisNotes(told, area),
  ];
}

/** What a rule found, beside its point: the last of a run, each that lies outside. */
const causeNotes = ({ points, by, unit, countedIn, at }: Told): ChartNote[] =>
  points.flatMap((point, index) => {
    const { cause, value } = point;
    if (!cause || value === null || point.open || point.poorlyRecorded) return [];
    if (cause.rule !== 'outside' && points[index + 1]?.cause?.rule === cause.rule) return [];
    const limit = cause.direction === 'down' ? point.low : point.high;
    const limitWords = limit === null ? '' : `; limit ${formatLevel(limit, unit)}`;
    const isOutside = cause.rule === 'outside';
    return {
      lines: [
        `${shortPeriod(point.start, by)}: ${formatValue(point, unit)}, ${shortCauseWords(cause)}`,
        `${formatCount(point, countedIn)}${isOutside ? limitWords : ''}`,
      ],
      colour: cause.concern === null ? 'ink2' : cause.concern ? 'warn' : 'good',
      strong: true,
      x: at.x(index),
      y: at.y(value),
      at:
        cause.direction === 'down'
          ? ['left', 'below-left', 'below', 'right', 'below-right', 'above-left']
          : ['left', 'above-left', 'above', 'right', 'above-right', 'below-left'],
    } satisfies ChartNote;
  });

/** '2 of 5 days' beside a period that is not over. */
const openNotes = ({ points, at }: Told): ChartNote[] =>
  points.flatMap((point, index) => {
    const days = daysOver(point);
    if (days === null || point.value === null) return [];
    const lines = days.replace(/ (?=days)/, '\n').split('\n');
    const [x, y] = [at.x(index), at.y(point.value)];
    return { lines, colour: 'ink3', x, y, at: ['right', 'below', 'above'] } satisfies ChartNote;
  });

/** '7 Sep: 16% not recorded', at the foot of the chart under its point. */
const uncertainNotes = ({ points, by, countedIn, at }: Told, foot: number): ChartNote[] =>
  points.flatMap((point, index) => {
    if (!point.poorlyRecorded) return [];
    const words = `${shortPeriod(point.start, by)}: ${unrecordedWords(point, countedIn)}`;
    return {
      lines: [words],
      colour: 'unknown',
      x: at.x(index),
      y: foot,
      at: ['above', 'above-left', 'above-right'],
      optional: true,
    } satisfies ChartNote;
  });

/**
 * 'limits 72.8–83.3, mean 78.0', once for each run of limits that has the room; the last one always.
 * Of totals every week has limits of its own: only the last week's are written.
 */
const limitNotes = ({ points, unit, at }: Told, runs: readonly LimitRun[]): ChartNote[] =>
  runs.toReversed().flatMap(({ from, to, centre }, index) => {
    const last = points[to];
    const first = points[from];
    if (index > 0 && from === to) return [];
    if (!last || !first || last.low === null || last.high === null || first.high === null)
      return [];
    const [low, high] = [formatBare(last.low, unit), formatBare(last.high, unit)];
    return {
      lines: [`limits ${low}–${high}, mean ${formatBare(centre, unit)}`],
      colour: 'ink3',
      x: at.x(from) - at.half - 2,
      y: at.y(first.high),
      // At the right edge there is room on the left alone.
      at: ['above-right', 'below-right', 'above-left', 'below-left'],
      optional: index > 0,
    } satisfies ChartNote;
  });

/** The values of the first and the last full period, and of the extremes between them. */
function valueNotes({ points, unit, at }: Told): ChartNote[] {
  const told = points
    .map((point, index) => ({ point, index, value: point.value }))
    .filter((one): one is typeof one & { value: number } => one.value !== null)
    .filter(({ point }) => !point.open && !point.cause);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return [];
  const lowest = told.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = told.reduce((a, b) => (b.value > a.value ? b : a));
  return [...new Set([last, first, highest, lowest])].map((one) => ({
    lines: [formatValue(one.point, unit) ?? ''],
    colour: 'ink2',
    x: at.x(one.index),
    y: at.y(one.value),
    at: one === lowest ? ['below', 'above'] : ['above', 'below'],
    optional: true,
  }));
}

/** An axis that does not begin at zero says so. */
function axisNotes({ start, unit }: Told, area: Box): ChartNote[] {
  if (start === 0) return [];
  const lines = [`axis starts at ${formatTick(start, unit, true)}`];
  return [{ lines, colour: 'ink3', x: area.left - 4, y: area.bottom - 8, at: ['right'] }];
}
