import type { ChartData, ChartOptions } from 'chart.js';
import type { SankeyDataPoint } from 'chartjs-chart-sankey';
import type { CameOfIt } from '#domain/aftercare/came-of-it';
import { isSmall } from '#domain/statistics/small-cells';
import type { ChartColour, ChartTokens } from '../../../ui/chart/chart-tokens';
import { MICRO } from '../../../ui/chart/drawing';
import { formatNumber } from '../../../ui/figure/format-rate';
import { type FlowLink, type FlowNode, flowTotals } from './flow-nodes';

export interface FlowDrawing {
  data: ChartData<'sankey', SankeyDataPoint[], string>;
  options: ChartOptions<'sankey'>;
}

/** Words tell them apart; colour only follows what came of it. */
const COLOURS: Record<CameOfIt, ChartColour> = {
  kept: 'good',
  booked: 'excused',
  none: 'outline',
  'not-known': 'unrecorded',
  'too-soon': 'late',
  died: 'ink3',
};

/** Flows from left to right, as wide as there are discharges; the one that is read is in the accent. */
export function flowDrawing(
  links: readonly FlowLink[],
  tokens: ChartTokens,
  walked: number | null,
  onPaper: boolean,
): FlowDrawing {
  const nodes = new Map(
    links.flatMap(({ from, to }) => [from, to]).map((node) => [node.key, node]),
  );
  const totals = flowTotals(links);
  const colourOf = (node: FlowNode | undefined) =>
    node?.came ? tokens[COLOURS[node.came]] : tokens.attended;
  // What leaves on paper says nothing of a few (CMS cell size policy).
  const counted = (count: number) =>
    onPaper && isSmall(count) ? 'fewer than 11' : formatNumber(count);
  const flowColour = ({ dataIndex }: { dataIndex: number }) =>
    withAlpha(
      dataIndex === walked ? tokens.accent : colourOf(links[dataIndex]?.to),
      dataIndex === walked ? 0.85 : 0.32,
    );
  return {
    data: {
      datasets: [
        {
          data: links.map(({ from, to, discharges }) => ({
            from: from.key,
            to: to.key,
            flow: discharges,
          })),
          labels: Object.fromEntries(
            [...nodes.values()].map(({ key, word }) => [
              key,
              `${word} ${counted(totals.get(key) ?? 0)}`,
            ]),
          ),
          column: Object.fromEntries([...nodes.values()].map(({ key, column }) => [key, column])),
          colorFrom: ({ dataIndex }) => colourOf(links[dataIndex]?.from),
          colorTo: ({ dataIndex }) => colourOf(links[dataIndex]?.to),
          flowColor: flowColour,
          color: tokens.ink,
          borderColor: tokens.surface,
          borderWidth: 1,
          nodeWidth: 8,
          nodePadding: 16,
          size: 'max',
          font: { family: tokens.font, size: MICRO },
          nodeLabels: {
            color: tokens.ink,
            backgroundColor: withAlpha(tokens.surface, 0.85),
            padding: 2,
            font: { family: tokens.font, size: MICRO },
          },
        },
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: ['mousemove', 'click'],
      hover: { mode: 'point', intersect: true },
      layout: { padding: { top: 8, right: 4, bottom: 8, left: 4 } },
    },
  };
}

/** A colour of a token, let through; the system's own words for colours stay whole. */
function withAlpha(colour: string, alpha: number): string {
  const hex = /^#([\da-f]{6})$/i.exec(colour)?.[1];
  if (!hex) return colour;
  return `#${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
