import type { Instrument } from './instrument.ts';

export type Change = 'reliable-improvement' | 'reliable-deterioration' | 'no-reliable-change';

/** How a last total differs from a first, by the instrument's rule; `null` where it has none. */
export function changeOf(
  { change, better }: Instrument,
  first: number,
  last: number,
): Change | null {
  if (!change) return null;
  const improvement = better === 'lower' ? first - last : last - first;
  if (improvement >= change.reliable) return 'reliable-improvement';
  return improvement <= -change.reliable ? 'reliable-deterioration' : 'no-reliable-change';
}

/**
 * Reliable recovery: reliably improved, from caseness to below it. `null` where the instrument has no
 * rule, or the first total was no case: who was not ill cannot recover, and is left out of the rate.
 */
export function isReliablyRecovered(
  instrument: Instrument,
  first: number,
  last: number,
): boolean | null {
  const { change, better } = instrument;
  if (!change) return null;
  const isCase = (total: number) =>
    better === 'lower' ? total >= change.caseness : total <= change.caseness;
  if (!isCase(first)) return null;
  return changeOf(instrument, first, last) === 'reliable-improvement' && !isCase(last);
}

/** Jacobson and Truax 1991: a change beyond what two measurements differ by without one, 95 %. */
export const reliableChangeIndex = (standardDeviation: number, reliability: number): number =>
  1.96 * standardDeviation * Math.SQRT2 * Math.sqrt(1 - reliability);
