import type { ChartDataset, Plugin } from 'chart.js';
import type { SessionOutcomes } from '#domain/attendance/session-outcomes.contract';
import type { ChartTokens } from '../../../ui/chart/chart-tokens';
import { commonOptions, type Drawing, MICRO } from '../../../ui/chart/drawing';
import { hatch } from '../../../ui/chart/hatch';
import { niceScale } from '../../../ui/chart/nice-scale';
import { periodAxis } from '../../../ui/chart/period-axis';
import type { Period } from '../../../ui/chart/period-words';
import { valueAxis } from '../../../ui/chart/value-axis';
import { RIGHT_MARGIN } from '../../../ui/control-chart/series-drawing';
import type { Unit } from '../../../ui/figure/format-rate';
import { type Behind, heightOf, type OutcomePart, partsIn } from './outcome-part';

const UNITS: Record<Behind, Unit> = { count: 'sessions', share: 'share', hours: 'hours' };

/** A bar a period, its parts one above the other; bars begin at zero. */
export function outcomeDrawing(
  outcomes: SessionOutcomes,
  by: Period,
  behind: Behind,
  tokens: ChartTokens,
): Drawing {
  const starts = outcomes.periods.map(({ start }) => start);
  const parts = partsIn(outcomes);
  const { step, ...ends } = niceScale(
    [0, ...totals(outcomes, parts, behind)],
    { min: 0, max: behind === 'share' ? 1 : Infinity },
    0,
  );
  return {
    type: 'bar',
    data: {
      labels: starts,
      datasets: parts.map((part) => barsOf(part, outcomes, behind, tokens)),
    },
    options: {
      ...commonOptions(tokens, RIGHT_MARGIN),
      scales: {
        x: { ...periodAxis(tokens, starts, by), stacked: true },
        y: { ...valueAxis(tokens, { ...ends, step }, UNITS[behind]), stacked: true },
      },
    },
    plugins: [notOver(outcomes, tokens)],
  };
}

function barsOf(
  part: OutcomePart,
  { periods }: SessionOutcomes,
  behind: Behind,
  tokens: ChartTokens,
): ChartDataset<'bar', (number | null)[]> {
  const colour = tokens[part.colour];
  const hollow = part.fill === 'solid' ? colour : tokens.surface;
  return {
    type: 'bar',
    label: part.word,
    data: periods.map(({ cells }) => heightOf(cells, part, behind)),
    backgroundColor: part.fill === 'hatched' ? hatch(colour, tokens.surface) : hollow,
    // A hairline of the page between the parts of a bar, an edge in its colour round what is hollow.
    borderColor: part.fill === 'solid' ? tokens.surface : colour,
    borderWidth: part.fill === 'solid' ? { top: 1, bottom: 0, left: 0, right: 0 } : 1,
    borderSkipped: false,
    barPercentage: 0.85,
    categoryPercentage: 0.85,
    maxBarThickness: 40,
    minBarLength: 0,
  };
}

/** Says of the bar that is still growing that it is. */
const notOver = ({ periods }: SessionOutcomes, tokens: ChartTokens): Plugin<'line' | 'bar'> => ({
  id: 'notOver',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    const axis = scales['x'];
    const index = periods.findIndex(({ open }) => open);
    if (index < 0 || !axis) return;
    ctx.save();
    ctx.font = `${MICRO}px ${tokens.font}`;
    ctx.fillStyle = tokens.ink3;
    ctx.textAlign = 'left';
    ctx.fillText('not', chartArea.right + 4, chartArea.bottom - 17);
    ctx.fillText('over', chartArea.right + 4, chartArea.bottom - 4);
    ctx.restore();
  },
});

const totals = (
  { periods }: SessionOutcomes,
  parts: readonly OutcomePart[],
  behind: Behind,
): number[] =>
  periods.map(({ cells }) =>
    parts.reduce((total, part) => total + (heightOf(cells, part, behind) ?? 0), 0),
  );
