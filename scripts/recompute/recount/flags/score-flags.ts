import type { ScoreOfDay } from '../score-values.ts';
import { addDays } from '../site-calendar.ts';
import type { Found } from './found.ts';

/** Points from which a change is more than the instrument's noise; in both, fewer are better. */
export const reliable: Record<string, number> = { 'phq-9': 6, 'gad-7': 4 };
const daysListed = 14;

/** Those so far. */
export interface ScoresAsked {
  scores: readonly ScoreOfDay[];
  today: string;
  /** Whether somebody has seen to what a score says of safety. */
  isSettled: (score: ScoreOfDay) => boolean;
}

/** The last answer to each form's question of safety that somebody must look at, and nobody has. */
export function safetyFlags({ scores, isSettled }: ScoresAsked): Found[] {
  return (['phq-9', 'c-ssrs'] as const).flatMap((form): Found[] => {
    const least = form === 'phq-9' ? 1 : 2;
    const open = inOrder(scores, form).filter(
      (score) => (answerOf(score) ?? 0) >= least && !isSettled(score),
    );
    const last = open.at(-1);
    return last ? [['safety-answer', answerOf(last) ?? 0]] : [];
  });
}

/** The ninth answer of the PHQ-9; of the suicide screener, 0 none, 1 low, 2 moderate, 3 high. */
function answerOf({ form, answers }: ScoreOfDay): number | null {
  if (form.id === 'phq-9') return answers.get('9') ?? null;
  const yes = (...numbers: string[]) => numbers.some((number) => answers.get(number) === 1);
  if (yes('4', '5', '6R')) return 3;
  if (yes('3', '6')) return 2;
  if (yes('1', '2')) return 1;
  return ['1', '2', '6'].every((number) => answers.has(number)) ? 0 : null;
}

/** How the last total differs from the one of a day before it. */
export function changeFlags({ scores, today }: ScoresAsked): Found[] {
  return Object.entries(reliable).flatMap(([form, points]): Found[] => {
    const [before, last] = inOrder(scores, form)
      .filter(({ total }) => total !== null)
      .slice(-2);
    if (!last || last.day < addDays(today, -daysListed)) return [];
    const change = (last.total ?? 0) - (before?.total ?? 0);
    if (Math.abs(change) < points) return [];
    return [[change > 0 ? 'score-worse' : 'score-better', Math.abs(change)]];
  });
}

const inOrder = (scores: readonly ScoreOfDay[], form: string): ScoreOfDay[] =>
  scores.filter((score) => score.form.id === form).sort((a, b) => (a.day < b.day ? -1 : 1));
