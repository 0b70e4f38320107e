import type { Chart } from 'chart.js';
import type { MeasurePoint } from '#domain/measures/measures.contract';
import type { ProcessChange } from '#domain/measures/process-change.contract';
import type { Period } from '../chart/period-words';
import type { CountedIn, Unit } from '../figure/format-rate';

export interface Painted {
  points: readonly MeasurePoint[];
  changes: readonly ProcessChange[];
  by: Period;
  unit: Unit;
  countedIn: CountedIn;
  /** Small: the marks and what was found, without the words that the large one says. */
  compact: boolean;
  /** Where the axis of values begins. */
  start: number;
}

/** From the place of a point and a value to pixels. */
export interface ToPixels {
  x: (index: number) => number;
  y: (value: number) => number;
  /** From the middle of a period to its edge. */
  half: number;
}

export function toPixels({ scales, chartArea }: Chart, { points }: Painted): ToPixels {
  const [x, y] = [scales['x'], scales['y']];
  return {
    x: (index) => x?.getPixelForValue(index) ?? 0,
    y: (value) => y?.getPixelForValue(value) ?? 0,
    half: (chartArea.right - chartArea.left) / Math.max(1, points.length) / 2,
  };
}

export type Place = readonly [x: number, y: number];

export function paintLine(context: CanvasRenderingContext2D, ...places: readonly Place[]): void {
  context.beginPath();
  places.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.stroke();
}
