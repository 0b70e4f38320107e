import type { PlanContent } from '../aftercare/plan-content.contract.ts';
import type { PlanContentId } from '../aftercare/plan-content.ts';

/**
 * Contents of the aftercare plan that whoever treats next has to know to go on. What is in the record is on
 * the sheet by its record; what a client owes a court is told to the court alone, under its own consent.
 */
const ON_SHEET: ReadonlySet<PlanContentId> = new Set<PlanContentId>([
  'naloxone',
  'relapse-prevention',
  'crisis-plan',
  'housing',
  'mutual-help',
  'family',
  'employment',
  'transport',
]);

/** What the client declined, or does not need, is nobody else's; what nobody has begun says nothing. */
export const isOnSheet = ({ id, status }: Pick<PlanContent, 'id' | 'status'>): boolean =>
  ON_SHEET.has(id) && (status === 'done' || status === 'in-progress');
