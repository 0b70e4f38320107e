import type { Plugin } from 'chart.js';
import type { DoseOfLevel } from '#domain/attendance/dose.contract';
import type { ChartTokens } from '../../../ui/chart/chart-tokens';
import { commonOptions, type Drawing, MICRO } from '../../../ui/chart/drawing';
import { niceScale, type NiceScale } from '../../../ui/chart/nice-scale';
import { valueAxis } from '../../../ui/chart/value-axis';
import { formatTick } from '../../../ui/figure/format-scale';
import { shortTenth } from './tenths';

/** One scale for all levels: of a level's client-weeks, so that a small one can be read as well. */
export const levelScale = (levels: readonly DoseOfLevel[]): NiceScale =>
  niceScale([0, ...levels.flatMap(sharesOf)], { min: 0, max: 1 }, 0);

/** Client-weeks by tenths of the prescribed hours, and from where on a week counts as engaged. */
export const levelDrawing = (
  level: DoseOfLevel,
  { scale, engagedDoseRatio }: { scale: NiceScale; engagedDoseRatio: number },
  tokens: ChartTokens,
): Drawing => ({
  type: 'bar',
  data: {
    labels: level.bars.map((_, tenth) => shortTenth(tenth)),
    datasets: [
      {
        type: 'bar',
        data: sharesOf(level),
        backgroundColor: tokens.attended,
        barPercentage: 1,
        categoryPercentage: 0.88,
      },
    ],
  },
  options: {
    ...commonOptions(tokens, 4),
    layout: { padding: { top: 16, right: 4, bottom: 0, left: 0 } },
    scales: {
      x: {
        type: 'category',
        offset: true,
        grid: { display: false },
        border: { display: false },
        ticks: {
          autoSkip: false,
          maxRotation: 0,
          color: tokens.ink3,
          font: { family: tokens.font, size: MICRO },
        },
      },
      y: valueAxis(tokens, scale, 'share'),
    } as object,
  },
  plugins: [engagedFrom(engagedDoseRatio, tokens)],
});

function sharesOf({ bars, weeks }: DoseOfLevel): number[] {
  return bars.map((count) => (weeks === 0 ? 0 : count / weeks));
}

/** The edge between the tenths at which a week begins to count. */
const engagedFrom = (engagedDoseRatio: number, tokens: ChartTokens): Plugin<'line' | 'bar'> => ({
  id: 'engagedFrom',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    const axis = scales['x'];
    if (!axis) return;
    // The bars' middles are half a tenth on.
    const tenth = axis.getPixelForValue(1) - axis.getPixelForValue(0);
    const x = axis.getPixelForValue(0) + tenth * (engagedDoseRatio * 10 - 0.5);
    ctx.save();
    ctx.strokeStyle = tokens.ink2;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top - 12);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.font = `${MICRO}px ${tokens.font}`;
    ctx.fillStyle = tokens.ink2;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'top';
    const share = formatTick(engagedDoseRatio, 'share', true);
    ctx.fillText(`counts from ${share}`, x - 4, chartArea.top - 13);
    ctx.restore();
  },
});
