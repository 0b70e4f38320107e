import type { Chart } from 'chart.js';
import type { ChartTokens } from '../chart/chart-tokens';
import { MICRO } from '../chart/drawing';
import { calendarDay } from '../clinic-time/clinic-time';
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
  for (const { day, words } of changes) {
    const index = points.findIndex(({ start, until }) => start <= day && day < until);
    if (index < 0) continue;
    const x = at.x(index) - at.half;
    paintLine(ctx, [x, chartArea.top - (compact ? 0 : 18)], [x, chartArea.bottom]);
    if (compact) continue;
    const text = `${calendarDay(day)}: ${words}, limits restart`;
    const room = width - ctx.measureText(text).width;
    ctx.fillText(text, Math.max(0, Math.min(x + 6, room)), chartArea.top - 18);
  }
  ctx.restore();
}
