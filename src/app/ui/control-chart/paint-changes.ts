import type { Chart } from 'chart.js';
import type { ChartTokens } from '../chart/chart-tokens';
import { MICRO } from '../chart/drawing';
import { changeWords } from './change-words';
import { paintLine, type Painted, type ToPixels } from './painted';

/** A dotted vertical where things began to be done in another way, with its words. */
export function paintChanges(
  { ctx, chartArea, width }: Chart,
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
  let free = 0;
  for (const { index, text } of changeWords(points, changes)) {
    const x = at.x(index) - at.half;
    paintLine(ctx, [x, chartArea.top - (compact ? 0 : 18)], [x, chartArea.bottom]);
    const left = Math.max(0, Math.min(x + 6, width - ctx.measureText(text).width));
    // All changes are listed beside the chart: words that would run into others are left to the list.
    if (compact || left < free) continue;
    ctx.fillText(text, left, chartArea.top - 18);
    free = left + ctx.measureText(text).width + 12;
  }
  ctx.restore();
}
