import type { ChartDataset, Plugin } from 'chart.js';
import type { Dose } from '#domain/attendance/dose.contract';
import type { ChartTokens } from '../../../ui/chart/chart-tokens';
import { commonOptions, type Drawing, MICRO } from '../../../ui/chart/drawing';
import { hatch } from '../../../ui/chart/hatch';
import { niceScale } from '../../../ui/chart/nice-scale';
import { formatNumber } from '../../../ui/figure/format-rate';
import { HOURS_PARTS, placedMinutes } from './hours-placed';
import { inHours } from './hours-words';

const WORDS_WIDTH = 96;
/** Room for '12,345.5 h' after the longest bar. */
const ROOM_FOR_HOURS = 68;

/**
 * One bar, its parts each on a line of its own where the one before it ended, so that each has its
 * word and its hours; over them what was prescribed, whose end goes through all of them.
 */
export function hoursDrawing(dose: Dose, tokens: ChartTokens): Drawing {
  const hours = [dose.prescribedMinutes, ...HOURS_PARTS.map((part) => part.minutes(dose))].map(
    (minutes) => minutes / 60,
  );
  const starts = hours.map((_, index) => sum(hours.slice(1, index)));
  const longest = Math.max(dose.prescribedMinutes, placedMinutes(dose)) / 60;
  // To the end of the longest bar and no further: the next round number may be half a chart away.
  const { step } = niceScale([0, longest], { min: 0, max: Infinity }, 0);
  const scale = { min: 0, max: longest, step };
  return {
    type: 'bar',
    data: {
      labels: ['Prescribed', ...HOURS_PARTS.map(({ word }) => word)],
      datasets: [offset(starts), bars(hours, tokens)],
    },
    options: {
      ...commonOptions(tokens, ROOM_FOR_HOURS),
      indexAxis: 'y',
      scales: { x: hoursAxis(tokens, scale), y: wordsAxis(tokens) },
    },
    plugins: [prescribedLine(hours, starts, tokens)],
  };
}

/** What comes before a part: takes room and is not drawn. */
const offset = (starts: number[]): ChartDataset<'bar', (number | null)[]> => ({
  type: 'bar',
  data: starts,
  backgroundColor: 'transparent',
  ...BAR,
});

function bars(hours: number[], tokens: ChartTokens): ChartDataset<'bar', (number | null)[]> {
  const fills = HOURS_PARTS.map(({ colour, fill }) =>
    fill === 'solid' ? tokens[colour] : hatch(tokens[colour], tokens.surface),
  );
  return {
    type: 'bar',
    data: hours,
    backgroundColor: [tokens.surface, ...fills],
    borderColor: [tokens.ink2, ...HOURS_PARTS.map(({ colour }) => tokens[colour])],
    borderWidth: [1.5, ...HOURS_PARTS.map(() => 1)],
    borderSkipped: false,
    ...BAR,
  };
}

const BAR = { barPercentage: 0.72, categoryPercentage: 1, minBarLength: 0 } as const;

const hoursAxis = (
  tokens: ChartTokens,
  { min, max, step }: { min: number; max: number; step: number },
): object => ({
  type: 'linear',
  stacked: true,
  min,
  max,
  grid: { color: tokens.line, drawTicks: false },
  border: { display: false },
  // Round numbers as far as the bars go; the chart's own would divide the longest bar.
  afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
    axis.ticks = Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => ({
      value: index * step,
    }));
  },
  ticks: {
    padding: 4,
    color: tokens.ink3,
    font: { family: tokens.font, size: MICRO },
    callback: (value: number) => formatNumber(value) + (value + step > max ? ' h' : ''),
  },
});

const wordsAxis = (tokens: ChartTokens): object => ({
  type: 'category',
  stacked: true,
  grid: { display: false },
  border: { display: false },
  afterFit: (axis: { width: number }) => {
    axis.width = WORDS_WIDTH;
  },
  ticks: {
    autoSkip: false,
    crossAlign: 'far',
    color: tokens.ink2,
    font: { family: tokens.font, size: MICRO },
  },
});

/** The end of what was prescribed, down through what became of it; and each bar's hours after it. */
const prescribedLine = (
  hours: readonly number[],
  starts: readonly number[],
  tokens: ChartTokens,
): Plugin<'line' | 'bar'> => ({
  id: 'prescribedLine',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    const [x, y] = [scales['x'], scales['y']];
    const [prescribed = 0] = hours;
    if (!x || !y) return;
    ctx.save();
    if (prescribed > 0) {
      const end = Math.round(x.getPixelForValue(prescribed)) + 0.5;
      ctx.strokeStyle = tokens.ink2;
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(end, y.getPixelForValue(0));
      ctx.lineTo(end, chartArea.bottom);
      ctx.stroke();
    }
    ctx.font = `500 12px ${tokens.font}`;
    ctx.textBaseline = 'middle';
    ctx.lineJoin = 'round';
    ctx.setLineDash([]);
    ctx.lineWidth = 4;
    ctx.strokeStyle = tokens.surface;
    ctx.fillStyle = tokens.ink;
    hours.forEach((value, index) => {
      const text = inHours(value * 60);
      const place = [
        x.getPixelForValue((starts[index] ?? 0) + value) + 6,
        y.getPixelForValue(index),
      ] as const;
      // A halo, where a line goes through.
      ctx.strokeText(text, ...place);
      ctx.fillText(text, ...place);
    });
    ctx.restore();
  },
});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
