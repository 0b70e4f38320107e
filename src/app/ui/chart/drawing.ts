import type { ChartData, ChartOptions, Plugin } from 'chart.js';
import type { ChartTokens } from './chart-tokens';

type Kind = 'line' | 'bar';

/** All that a canvas needs; made anew for each theme. */
export interface Drawing {
  type: Kind;
  data: ChartData<Kind, (number | null)[], string>;
  options: ChartOptions<Kind>;
  plugins: Plugin<Kind>[];
}

export type Draw = (tokens: ChartTokens) => Drawing;

/** The same left and right edge in every chart of a page, so that weeks stand below one another. */
export const AXIS_WIDTH = 40;
export const MICRO = 11;

/** What every chart shares: no movement, no legend, walking points is our own affair. */
export const commonOptions = (tokens: ChartTokens, right: number): ChartOptions<Kind> => ({
  responsive: true,
  maintainAspectRatio: false,
  animation: false,
  events: [],
  font: { family: tokens.font, size: MICRO },
  layout: { padding: { top: 4, right, bottom: 0, left: 0 } },
});
