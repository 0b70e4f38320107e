import { formatTick } from '../figure/format-scale';
import type { Unit } from '../figure/format-rate';
import type { ChartTokens } from './chart-tokens';
import { AXIS_WIDTH, MICRO } from './drawing';
import type { NiceScale } from './nice-scale';

/** Three to five hairlines with their values, as wide in every chart. */
export const valueAxis = (
  tokens: ChartTokens,
  { min, max, step }: NiceScale,
  unit: Unit,
): object => ({
  type: 'linear',
  min,
  max,
  grid: { color: tokens.line, drawTicks: false },
  border: { display: false },
  afterFit: (axis: { width: number }) => {
    axis.width = AXIS_WIDTH;
  },
  ticks: {
    stepSize: step,
    padding: 6,
    color: tokens.ink3,
    font: { family: tokens.font, size: MICRO },
    callback: (value: number) => formatTick(value, unit, value > max - step / 2),
  },
});
