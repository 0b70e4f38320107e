import type { CameOfIt } from '#domain/aftercare/came-of-it';
import type { TransitionFlow } from '#domain/aftercare/transitions.contract';
import { DISCHARGE_REASONS } from '#domain/episode/discharge-reason';

/** One stop on the way: the level at discharge, how it ended, where to, what came of it. */
export interface FlowNode {
  key: string;
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

export const CAME_WORDS: Record<CameOfIt, string> = {
  kept: 'Kept within 30 days',
  booked: 'Booked, not kept',
  none: 'None within 30 days',
  'not-known': 'Not recorded',
  'too-soon': '30 days not over',
  died: 'Died',
};

export const reasonWord = (reason: number): string => {
  const word: string | undefined = DISCHARGE_REASONS[reason as keyof typeof DISCHARGE_REASONS];
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : 'Reason not recorded';
};

/** As many as can be told apart; the others are one stop, and stand by name in the table below. */
const MOST_DESTINATIONS = 5;

/** The discharges between each two stops that lie side by side, in the order of the stops. */
export function flowLinks(flows: readonly TransitionFlow[]): FlowLink[] {
  const shown = destinationsShown(flows);
  const links = new Map<string, FlowLink>();
  for (const flow of flows) {
    const stops = stopsOf(flow, shown);
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

function stopsOf(flow: TransitionFlow, shown: ReadonlySet<string>): FlowNode[] {
  const { level, reason, came } = flow;
  const stop = (column: number, word: string, of: CameOfIt | null = null): FlowNode => ({
    key: `${column} ${word}`,
    word,
    column,
    came: of,
  });
  const ended = [
    stop(0, level === null ? 'Level not known' : `Level ${level}`),
    stop(1, reasonWord(reason)),
  ];
  // Who died has no next level of care.
  if (came === 'died') return ended;
  return [...ended, stop(2, destinationOf(flow, shown)), stop(3, CAME_WORDS[came], came)];
}

function destinationOf(
  { destination, isReferred }: TransitionFlow,
  shown: ReadonlySet<string>,
): string {
  if (destination === null) return isReferred ? 'Destination not recorded' : 'No referral';
  return shown.has(destination) ? destination : 'Other destinations';
}

function destinationsShown(flows: readonly TransitionFlow[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { destination, discharges } of flows)
    if (destination !== null) counts.set(destination, (counts.get(destination) ?? 0) + discharges);
  const most = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return new Set(most.slice(0, MOST_DESTINATIONS).map(([name]) => name));
}

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
