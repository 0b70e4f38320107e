import type { Draws } from '../draws.ts';

/** Spreads a total over the items by their weights; no item above its highest answer. */
export function answersOf(
  total: number,
  weights: readonly number[],
  highest: number,
  draws: Draws,
): number[] {
  const answers = weights.map(() => 0);
  for (let left = total; left > 0; left--) {
    const open = weights.map(
      (weight, item) => [item, answers[item] < highest ? weight : 0] as const,
    );
    answers[draws.weighted(open)]++;
  }
  return answers;
}
