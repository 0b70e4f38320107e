import type { Draws } from '../draws.ts';
import type { Score } from './score.ts';

/**
 * The Columbia screener: questions 1 to 6, then whether any behavior was within three months; 1 is
 * yes. After a thought of death on the PHQ-9 the first two are usually answered yes.
 */
export function suicideScreen(
  before: Score | undefined,
  draws: Draws,
): { answers: number[]; total: number } {
  const thought = before?.instrument === 'phq-9' && before.answers[8] > 0;
  const wish = draws.chance(thought ? 0.75 : 0.06);
  const thoughts = wish && draws.chance(thought ? 0.45 : 0.3);
  const method = thoughts && draws.chance(0.25);
  const intent = method && draws.chance(0.25);
  const plan = intent && draws.chance(0.3);
  const behavior = draws.chance(thought ? 0.12 : 0.05);
  const recent = behavior && draws.chance(0.1);
  const answers = [wish, thoughts, method, intent, plan, behavior, recent].map(Number);
  return { answers, total: riskOf(answers) };
}

/** 0 none, 1 low, 2 moderate, 3 high, as the screener's triage has it. */
function riskOf([wish, thoughts, method, intent, plan, behavior, recent]: number[]): number {
  if (intent || plan || recent) return 3;
  if (method || behavior) return 2;
  return wish || thoughts ? 1 : 0;
}
