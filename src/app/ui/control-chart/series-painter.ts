import type { Plugin } from 'chart.js';
import type { ChartTokens } from '../chart/chart-tokens';
import { paintChanges } from './paint-changes';
import { paintLimits } from './paint-limits';
import { obstaclesOf, paintNotes } from './paint-notes';
import { paintClosures, paintLeaders, paintMarks } from './paint-points';
import { type Painted, toPixels } from './painted';
import { notesOf } from './series-notes';

/** Limits and changes of process beneath the line, marks and words above it. */
export function seriesPainter(painted: Painted, tokens: ChartTokens): Plugin<'line' | 'bar'> {
  return {
    id: 'seriesPainter',
    beforeDatasetsDraw: (chart) => {
      const at = toPixels(chart, painted);
      paintLimits(chart, painted, at, tokens);
      paintChanges(chart, painted, at, tokens);
    },
    afterDatasetsDraw: (chart) => {
      const at = toPixels(chart, painted);
      paintClosures(chart, painted, at, tokens);
      const notes = notesOf(painted, at, chart.chartArea);
      paintLeaders(chart, painted, at, tokens);
      paintMarks(chart, painted, at, tokens);
      paintNotes(chart, notes, obstaclesOf(painted, at), tokens);
    },
  };
}
