import type { Chart } from 'chart.js';
import type { ChartTokens } from '../chart/chart-tokens';
import { limitRuns } from './limit-runs';
import { paintLine, type Painted, type Place, type ToPixels } from './painted';

/** The mean, and the limits as steps where they vary with n. */
export function paintLimits(
  { ctx }: Chart,
  { points }: Painted,
  at: ToPixels,
  tokens: ChartTokens,
): void {
  const { half } = at;
  ctx.save();
  for (const run of limitRuns(points)) {
    const [left, right] = [at.x(run.from) - half, at.x(run.to) + half];
    ctx.strokeStyle = tokens.ink3;
    ctx.lineWidth = 1;
    ctx.setLineDash([]);
    paintLine(ctx, [left, at.y(run.centre)], [right, at.y(run.centre)]);
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
      paintLine(ctx, ...steps);
    }
  }
  ctx.restore();
}
