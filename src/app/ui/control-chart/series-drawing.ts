import type { ChartDataset } from 'chart.js';
import type { MeasurePoint } from '#domain/measures/measures.contract';
import type { ChartTokens } from '../chart/chart-tokens';
import { commonOptions, type Drawing } from '../chart/drawing';
import { niceScale, type NiceScale } from '../chart/nice-scale';
import { periodAxis } from '../chart/period-axis';
import { valueAxis } from '../chart/value-axis';
import type { Unit } from '../figure/format-rate';
import type { Painted } from './painted';
import { seriesPainter } from './series-painter';

/** Room at the right edge for 'n of 5 days'. */
export const RIGHT_MARGIN = 44;
const ROOM_FOR_CHANGES = 24;
/** Of the span of values: large charts write beside their points, small ones hardly. */
const ROOM_FOR_WORDS = 1 / 4;
export const LITTLE_ROOM = 1 / 16;

/** A measure's course: the line, its limits, and what the rules found. */
export function seriesDrawing(painted: Painted, scale: NiceScale, tokens: ChartTokens): Drawing {
  const { points, by, unit, compact } = painted;
  const options = commonOptions(tokens, compact ? 8 : RIGHT_MARGIN);
  return {
    type: 'line',
    data: { labels: points.map(({ start }) => start), datasets: [courseOf(points, tokens)] },
    options: {
      ...options,
      layout: {
        padding: {
          top: compact ? 6 : ROOM_FOR_CHANGES,
          right: compact ? 8 : RIGHT_MARGIN,
          bottom: 0,
          left: 0,
        },
      },
      scales: {
        x: periodAxis(
          tokens,
          points.map(({ start }) => start),
          by,
        ),
        y: valueAxis(tokens, scale, unit),
      },
    },
    plugins: [seriesPainter(painted, tokens)],
  };
}

/** One scale for all that stands side by side: values and limits alike. */
export function scaleOf(
  series: readonly { points: readonly MeasurePoint[] }[],
  unit: Unit,
  room = ROOM_FOR_WORDS,
): NiceScale {
  const levels = series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [value, low, high]),
  );
  const known = levels.filter((level) => level !== null);
  return niceScale(known, { min: 0, max: unit === 'share' ? 1 : Infinity }, room);
}

/** What is not known is a gap, never a zero; towards a period that is not over the line is dotted. */
function courseOf(
  points: readonly MeasurePoint[],
  tokens: ChartTokens,
): ChartDataset<'line', (number | null)[]> {
  return {
    type: 'line',
    data: points.map(({ value }) => value),
    borderColor: tokens.attended,
    borderWidth: 1.8,
    pointRadius: 0,
    spanGaps: false,
    segment: {
      borderDash: ({ p1DataIndex }) => (points[p1DataIndex]?.open ? [2, 3] : undefined),
    },
  };
}
