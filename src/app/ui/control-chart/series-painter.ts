import type { Chart, Plugin } from 'chart.js';
import type { MeasurePoint, ProcessChange } from '#domain/measures/measures.contract';
import type { ChartTokens } from '../chart/chart-tokens';
import { MICRO } from '../chart/drawing';
import type { Period } from '../chart/period-words';
import { calendarDay } from '../clinic-time/clinic-time';
import type { Unit } from '../figure/format-rate';
import type { Box, ChartNote } from './chart-note';
import { limitRuns } from './limit-runs';
import { placeNotes, type Obstacles } from './place-notes';
import { drawMark, markOf } from './point-marks';
import {
  causeNotes,
  limitNotes,
  openNotes,
  type ToPixels,
  uncertainNotes,
  valueNotes,
} from './series-notes';

export interface Painted {
  points: readonly MeasurePoint[];
  changes: readonly ProcessChange[];
  by: Period;
  unit: Unit;
  /** Small: the marks and what was found, without the words that the large one says. */
  compact: boolean;
}

/** Limits and changes of process beneath the line, marks and words above it. */
export function seriesPainter(painted: Painted, tokens: ChartTokens): Plugin<'line' | 'bar'> {
  return {
    id: 'seriesPainter',
    beforeDatasetsDraw: (chart) => {
      const at = pixelsOf(chart);
      paintLimits(chart, painted, at, tokens);
      paintChanges(chart, painted, at, tokens);
    },
    afterDatasetsDraw: (chart) => {
      const at = pixelsOf(chart);
      paintClosures(chart, painted, at, tokens);
      const notes = notesOf(chart, painted, at);
      paintLeaders(chart, painted, at, tokens);
      paintMarks(chart, painted, at, tokens);
      paintNotes(chart, notes, obstaclesOf(painted, at), tokens);
    },
  };
}

function pixelsOf({ scales }: Chart): ToPixels {
  const [x, y] = [scales['x'], scales['y']];
  return {
    x: (index) => x?.getPixelForValue(index) ?? 0,
    y: (value) => y?.getPixelForValue(value) ?? 0,
  };
}

const halfOf = ({ x }: ToPixels): number => (x(1) - x(0)) / 2;

function paintLimits({ ctx }: Chart, { points }: Painted, at: ToPixels, tokens: ChartTokens): void {
  const half = halfOf(at);
  ctx.save();
  for (const run of limitRuns(points)) {
    const [left, right] = [at.x(run.from) - half, at.x(run.to) + half];
    ctx.strokeStyle = tokens.ink3;
    ctx.lineWidth = 1;
    ctx.setLineDash([]);
    line(ctx, [left, at.y(run.centre)], [right, at.y(run.centre)]);
    ctx.strokeStyle = tokens.outline;
    ctx.setLineDash([4, 3]);
    for (const side of ['low', 'high'] as const) {
      const steps = points.slice(run.from, run.to + 1).flatMap((point, index): Place[] => {
        const level = point[side];
        if (level === null) return [];
        const middle = at.x(run.from + index);
        return [
          [middle - half, at.y(level)],
          [middle + half, at.y(level)],
        ];
      });
      line(ctx, ...steps);
    }
  }
  ctx.restore();
}

function paintChanges(
  { ctx, chartArea }: Chart,
  { points, changes, compact }: Painted,
  at: ToPixels,
  tokens: ChartTokens,
): void {
  ctx.save();
  ctx.strokeStyle = tokens.ink2;
  ctx.setLineDash([1, 3]);
  ctx.font = `${MICRO}px ${tokens.font}`;
  ctx.fillStyle = tokens.ink2;
  ctx.textBaseline = 'top';
  for (const { day, words } of changes) {
    const index = points.findIndex(({ start, until }) => start <= day && day < until);
    if (index < 0) continue;
    const x = at.x(index) - halfOf(at);
    line(ctx, [x, chartArea.top - (compact ? 0 : 18)], [x, chartArea.bottom]);
    if (compact) continue;
    const text = `${calendarDay(day)}: ${words}, limits restart`;
    const isLeft = x + 6 + ctx.measureText(text).width > chartArea.right;
    ctx.textAlign = isLeft ? 'right' : 'left';
    ctx.fillText(text, x + (isLeft ? -6 : 6), chartArea.top - 18);
  }
  ctx.restore();
}

/** A notch under each period in which a site was closed; its words come with the point. */
function paintClosures(
  { ctx, chartArea }: Chart,
  { points }: Painted,
  at: ToPixels,
  tokens: ChartTokens,
): void {
  ctx.save();
  ctx.fillStyle = tokens.neutral;
  points.forEach(({ closures }, index) => {
    if (closures.length > 0) ctx.fillRect(at.x(index) - 4, chartArea.bottom - 1, 8, 4);
  });
  ctx.restore();
}

/** From a point that is poorly recorded down to its words. */
function paintLeaders(
  { ctx, chartArea }: Chart,
  { points, compact }: Painted,
  at: ToPixels,
  tokens: ChartTokens,
): void {
  if (compact) return;
  ctx.save();
  ctx.strokeStyle = tokens.unrecorded;
  ctx.setLineDash([2, 2]);
  points.forEach(({ poorlyRecorded, value }, index) => {
    if (!poorlyRecorded || value === null) return;
    line(ctx, [at.x(index), at.y(value) + 6], [at.x(index), chartArea.bottom - 24]);
  });
  ctx.restore();
}

function paintMarks(
  { ctx }: Chart,
  { points, compact }: Painted,
  at: ToPixels,
  tokens: ChartTokens,
): void {
  const size = compact || halfOf(at) < 6 ? 2 : 3.2;
  points.forEach((point, index) => {
    if (point.value === null) return;
    const place = { x: at.x(index), y: at.y(point.value), size };
    drawMark(ctx, markOf(point), place, tokens);
  });
}

function notesOf(chart: Chart, painted: Painted, at: ToPixels): ChartNote[] {
  const told = { ...painted, at };
  if (painted.compact) {
    return causeNotes(told).map((note) => ({ ...note, lines: note.lines.slice(0, 1) }));
  }
  return [
    ...causeNotes(told),
    ...openNotes(told),
    ...limitNotes(told, limitRuns(painted.points)),
    ...uncertainNotes(told, chart.chartArea.bottom - 10),
    ...valueNotes(told),
  ];
}

function obstaclesOf({ points }: Painted, at: ToPixels): Obstacles {
  const half = halfOf(at);
  const around = (x: number, y: number, by: number): Box => ({
    left: x - by,
    right: x + by,
    top: y - by,
    bottom: y + by,
  });
  const marks = points.flatMap(({ value }, index) =>
    value === null ? [] : around(at.x(index), at.y(value), 4),
  );
  const limits = points.flatMap(({ low, high, centre }, index) =>
    [low, high, centre]
      .filter((level) => level !== null)
      .map((level) => ({ ...around(at.x(index), at.y(level), 1), left: at.x(index) - half })),
  );
  const between = points.flatMap(({ value }, index) => {
    const next = points[index + 1]?.value ?? null;
    if (value === null || next === null) return [];
    return [0.25, 0.5, 0.75].map((part) =>
      around(at.x(index) + part * 2 * half, at.y(value) + part * (at.y(next) - at.y(value)), 2),
    );
  });
  return { marks, lines: [...limits, ...between] };
}

function paintNotes(
  { ctx, chartArea, width }: Chart,
  notes: readonly ChartNote[],
  obstacles: Obstacles,
  tokens: ChartTokens,
): void {
  const regular = `${MICRO}px ${tokens.font}`;
  const strong = `600 ${MICRO}px ${tokens.font}`;
  const fontOf = (note: ChartNote, index: number) =>
    note.strong && index === 0 ? strong : regular;
  const widthOf = (note: ChartNote): number => {
    const widths = note.lines.map((text, index) => {
      ctx.font = fontOf(note, index);
      return ctx.measureText(text).width;
    });
    return Math.max(...widths);
  };
  ctx.save();
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  // Words may stand in the margin at the right, where the last point has its own.
  const area = { ...chartArea, right: width };
  for (const { note, box } of placeNotes(notes, widthOf, obstacles, area)) {
    const isLeft = box.right <= note.x;
    ctx.textAlign = isLeft ? 'right' : 'left';
    note.lines.forEach((text, index) => {
      ctx.font = fontOf(note, index);
      const [x, y] = [isLeft ? box.right : box.left, box.top + 1 + index * 13];
      ctx.strokeStyle = tokens.surface;
      ctx.lineWidth = 3;
      ctx.strokeText(text, x, y);
      ctx.fillStyle = index === 0 ? tokens[note.colour] : tokens.ink3;
      ctx.fillText(text, x, y);
    });
  }
  ctx.restore();
}

type Place = readonly [x: number, y: number];

function line(context: CanvasRenderingContext2D, ...places: readonly Place[]): void {
  context.beginPath();
  places.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}
