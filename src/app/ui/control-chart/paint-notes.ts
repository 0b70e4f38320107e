import type { Chart } from 'chart.js';
import type { ChartTokens } from '../chart/chart-tokens';
import { MICRO } from '../chart/drawing';
import type { Box, ChartNote } from './chart-note';
import { type Painted, type ToPixels } from './painted';
import { type Obstacles, placeNotes } from './place-notes';

const LINE = 13;

/** Words beside points and limits, each where it covers least. */
export function paintNotes(
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
  // Words may stand in the margin at the right, where the last point has its own.
  const area = { ...chartArea, right: width };
  for (const { note, box } of placeNotes(notes, widthOf, obstacles, area)) {
    const isLeft = box.right <= note.x;
    ctx.textAlign = isLeft ? 'right' : 'left';
    paintGround(ctx, box, tokens.surface);
    note.lines.forEach((text, index) => {
      ctx.font = fontOf(note, index);
      const [x, y] = [isLeft ? box.right : box.left, box.top + 1 + index * LINE];
      ctx.fillStyle = index === 0 ? tokens[note.colour] : tokens.ink3;
      ctx.fillText(text, x, y);
    });
  }
  ctx.restore();
}

/** Lines show faintly through words, so that neither is lost. */
function paintGround(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: Box,
  colour: string,
): void {
  context.globalAlpha = 0.85;
  context.fillStyle = colour;
  context.fillRect(left - 1, top, right - left + 2, bottom - top);
  context.globalAlpha = 1;
}

/** What words should keep clear of: marks first, then lines. */
export function obstaclesOf({ points }: Painted, at: ToPixels): Obstacles {
  const { half } = at;
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
