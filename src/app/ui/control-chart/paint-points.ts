import type { Chart } from 'chart.js';
import type { ChartTokens } from '../chart/chart-tokens';
import { paintLine, type Painted, type ToPixels } from './painted';
import { drawMark, markOf } from './point-marks';

/** A notch under each period in which a site was closed; its words come with the point. */
export function paintClosures(
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
export function paintLeaders(
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
    paintLine(ctx, [at.x(index), at.y(value) + 6], [at.x(index), chartArea.bottom - 32]);
  });
  ctx.restore();
}

/** Each point by its shape; one that is not known has none. */
export function paintMarks(
  { ctx }: Chart,
  { points, compact }: Painted,
  at: ToPixels,
  tokens: ChartTokens,
): void {
  const size = compact || at.half < 6 ? 2 : 3.2;
  points.forEach((point, index) => {
    if (point.value === null) return;
    const place = { x: at.x(index), y: at.y(point.value), size };
    drawMark(ctx, markOf(point), place, tokens);
  });
}
