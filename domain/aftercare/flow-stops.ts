import type { TransitionFlow } from './transitions.contract.ts';

/** One stop on the way: the level at discharge, how it ended, where to, what came of it; as an address names it. */
export type FlowStop = string;

/** Which way a discharge went. */
export type Way = Omit<TransitionFlow, 'discharges'>;

const NO_REFERRAL: FlowStop = 'no-referral';
const NOT_SAID_WHERE_TO: FlowStop = 'to-not-recorded';
const OTHERS: FlowStop = 'to-others';

/** As many as can be told apart; the others are one stop, and stand by name in the table of destinations. */
const MOST_DESTINATIONS = 5;

/** The destinations that are a stop of their own: those of most discharges, of equals by name. */
export function destinationsApart(
  ways: readonly { destination: string | null; discharges: number }[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { destination, discharges } of ways)
    if (destination !== null) counts.set(destination, (counts.get(destination) ?? 0) + discharges);
  const most = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return new Set(most.slice(0, MOST_DESTINATIONS).map(([name]) => name));
}

/** The stops of a way in their order. Who died has no next level of care. */
export function flowStops(way: Way, apart: ReadonlySet<string>): FlowStop[] {
  const { level, reason, came } = way;
  const ended = [`level ${level ?? ''}`.trim(), `reason ${reason}`];
  return came === 'died' ? ended : [...ended, whereTo(way, apart), `came ${came}`];
}

function whereTo({ destination, isReferred }: Way, apart: ReadonlySet<string>): FlowStop {
  if (destination === null) return isReferred ? NOT_SAID_WHERE_TO : NO_REFERRAL;
  return apart.has(destination) ? `to ${destination}` : OTHERS;
}

/** Whether a way leads from the one stop straight to the other. */
export function goesFromTo(stops: readonly FlowStop[], from: FlowStop, to: FlowStop): boolean {
  const index = stops.indexOf(from);
  return index !== -1 && stops[index + 1] === to;
}
