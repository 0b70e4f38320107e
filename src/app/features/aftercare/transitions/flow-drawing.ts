import type { ChartData, ChartOptions } from 'chart.js';
import type { SankeyDataPoint } from 'chartjs-chart-sankey';
import type { CameOfIt } from '#domain/aftercare/came-of-it';
import { shownOf } from '#domain/statistics/small-cells';
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
  const letters = onPaper ? MICRO - 2 : MICRO;
  const colourOf = (node: FlowNode | undefined) =>
    node?.came ? tokens[COLOURS[node.came]] : tokens.attended;
  const unsaid = onPaper ? fewIn([...nodes.values()], totals) : new Set<string>();
  const counted = (key: string) =>
    unsaid.has(key) ? 'not shown' : formatNumber(totals.get(key) ?? 0);
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
            [...nodes.values()].map(({ key, word }) => [key, `${word} ${counted(key)}`]),
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
          font: { family: tokens.font, size: letters },
          nodeLabels: {
            color: tokens.ink,
            backgroundColor: withAlpha(tokens.surface, 0.85),
            padding: 2,
            font: { family: tokens.font, size: letters },
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

/**
 * What leaves on paper says nothing of a few (CMS cell size policy): each column adds up to all, so where
 * one stop is of 1 to 10 the next smallest goes with it.
 */
function fewIn(nodes: readonly FlowNode[], totals: ReadonlyMap<string, number>): Set<string> {
  const columns = [...Map.groupBy(nodes, ({ column }) => column).values()];
  return new Set(
    columns.flatMap((own) => {
      const shown = shownOf(own.map(({ key }) => totals.get(key) ?? 0));
      return own.filter((_, index) => !shown[index]).map(({ key }) => key);
    }),
  );
}

/** A colour of a token, let through; the system's own words for colours stay whole. */
function withAlpha(colour: string, alpha: number): string {
  const hex = /^#([\da-f]{6})$/i.exec(colour)?.[1];
  if (!hex) return colour;
  return `#${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
