import type { WrittenContentId } from './plan-content.ts';

/** Where a record has no form for it, systems keep it as a notice or as a goal. */
export const isCrisisPlan = (words: string): boolean => /crisis|safety plan/i.test(words);

const isRelapsePreventionPlan = (words: string): boolean => /relapse.?prevention plan/i.test(words);

/** Which content of a plan a notice or a goal is, by its words; `null`: none. */
export function contentOfWording(words: string): WrittenContentId | null {
  if (isCrisisPlan(words)) return 'crisis-plan';
  return isRelapsePreventionPlan(words) ? 'relapse-prevention' : null;
}
