import { isAnswered } from '#domain/aftercare/milestone';
import type { PlanContent } from '#domain/aftercare/plan-content.contract';
import { CONTENT_WORDS } from '#domain/aftercare/plan-content';
import { clinicDate } from '../ui/clinic-time/clinic-time';

/** 'Fri 27 Nov' of a calendar day, with the year only when it is another than today's. */
export const dayOfPlan = (day: string, today: string): string =>
  clinicDate(`${day}T12:00:00Z`, 'UTC', `${today}T12:00:00Z`);

/** What it is, when, who sees to it, who wrote it, and what was said. */
export const contentFacts = ({ words, on, owner, by, note }: PlanContent, today: string): string =>
  [words, on && dayOfPlan(on, today), owner && `seen to by ${owner}`, by && `by ${by}`, note]
    .filter(Boolean)
    .join(' · ');

/** How many have an answer, and which have none: what is declined or not needed is not missing. */
export function planSummary(contents: readonly PlanContent[]): string {
  const open = contents.filter(({ status }) => !isAnswered(status));
  const answered = `${contents.length - open.length} of ${contents.length} answered`;
  if (open.length === 0) return `${answered}; nothing is open.`;
  return `${answered}; open: ${open.map(({ id }) => CONTENT_WORDS[id].toLowerCase()).join(', ')}.`;
}
