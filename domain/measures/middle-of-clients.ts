import type { Figure } from './figure.contract.ts';
import type { Counted } from './measure.ts';

/**
 * The figure of a count that each client has, over several of them: the middle one. Half have as
 * many or fewer, so that one client who is long away does not stand for all. Its numerator is all of
 * them added up, its denominator the clients; `from` is what a program looks at, and how many have
 * come to it is said beside.
 */
export function middleOfClients(perClient: readonly Counted[], from: number | null): Figure {
  const counts = perClient
    .filter(({ denominator }) => denominator > 0)
    .map(({ numerator }) => numerator)
    .sort((a, b) => a - b);
  const [low = null, high = null] = [
    counts[Math.floor((counts.length - 1) / 2)],
    counts[Math.floor(counts.length / 2)],
  ];
  const sum = (part: (counted: Counted) => number) =>
    perClient.reduce((total, counted) => total + part(counted), 0);
  return {
    value: low === null || high === null ? null : (low + high) / 2,
    numerator: sum(({ numerator }) => numerator),
    denominator: counts.length,
    excluded: sum(({ excluded }) => excluded),
    unrecorded: sum(({ unrecorded }) => unrecorded),
    interval: null,
    noInterval: 'all records, not a sample',
    ...(from === null
      ? {}
      : { reached: { from, clients: counts.filter((count) => count >= from).length } }),
  };
}
