import { type CameOfIt, CAME_OF_IT } from '#domain/aftercare/came-of-it';
import { stopInWords } from '#domain/aftercare/flow-stop-words';
import { destinationsApart, type FlowStop, flowStops } from '#domain/aftercare/flow-stops';
import type { TransitionFlow } from '#domain/aftercare/transitions.contract';

/** One stop on the way: the level at discharge, how it ended, where to, what came of it. */
export interface FlowNode {
  key: FlowStop;
  word: string;
  column: number;
  came: CameOfIt | null;
}

/** So many discharges between two stops. */
export interface FlowLink {
  from: FlowNode;
  to: FlowNode;
  discharges: number;
}

/** The discharges between each two stops that lie side by side, in the order of the stops. */
export function flowLinks(flows: readonly TransitionFlow[]): FlowLink[] {
  const apart = destinationsApart(flows);
  const links = new Map<string, FlowLink>();
  for (const flow of flows) {
    const stops = flowStops(flow, apart).map(nodeOf);
    stops.slice(1).forEach((to, index) => {
      const from = stops[index];
      if (!from) return;
      const key = `${from.key}>${to.key}`;
      const discharges = (links.get(key)?.discharges ?? 0) + flow.discharges;
      links.set(key, { from, to, discharges });
    });
  }
  return [...links.values()].sort(
    (a, b) =>
      a.from.column - b.from.column ||
      a.from.key.localeCompare(b.from.key) ||
      a.to.key.localeCompare(b.to.key),
  );
}

const nodeOf = (key: FlowStop, column: number): FlowNode => ({
  key,
  word: stopInWords(key),
  column,
  came: CAME_OF_IT.find((came) => key === `came ${came}`) ?? null,
});

/** How many discharges pass each stop. */
export function flowTotals(links: readonly FlowLink[]): Map<string, number> {
  const sums = (side: 'from' | 'to') => {
    const totals = new Map<string, number>();
    for (const link of links)
      totals.set(link[side].key, (totals.get(link[side].key) ?? 0) + link.discharges);
    return totals;
  };
  const [outOf, into] = [sums('from'), sums('to')];
  return new Map(
    [...new Set([...outOf.keys(), ...into.keys()])].map((key) => [
      key,
      Math.max(outOf.get(key) ?? 0, into.get(key) ?? 0),
    ]),
  );
}
