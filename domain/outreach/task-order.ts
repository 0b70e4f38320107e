import type { TaskRule } from './task.contract.ts';

/** What is about a person comes before what is about papers. */
const CONCERN: readonly TaskRule[] = [
  'outreach',
  'return',
  'next-step',
  'follow-up',
  'supervisor',
  'written',
  'discharge-review',
  'case-review',
];

interface Ordered {
  rule: TaskRule;
  dueAt: string;
}

/** Of tasks that are due alike: by whom they concern, what waits for a next session last, then by the hour. */
export const byConcern = (a: Ordered, b: Ordered): number =>
  rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt);

const rank = ({ rule }: Ordered): number => {
  if (rule === 'measure') return CONCERN.length + 1;
  const place = CONCERN.indexOf(rule);
  return place < 0 ? CONCERN.length : place;
};
