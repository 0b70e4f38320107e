import type { Day } from '../calendar/calendar-day.ts';
import type { Says } from '../client-progress/client-entry.contract.ts';
import type { SupplyGap } from '../client-progress/supply-gaps.ts';
import type { ContactRules } from '../outreach/contact-rules.contract.ts';
import type { AftercareMilestone } from './aftercare.contract.ts';
import type { Beside } from './plan-content.contract.ts';
import type { WrittenContentId } from './plan-content.ts';

/** What staff wrote of a content, as it stands. */
export interface ContentEntry {
  id: string;
  by: string;
  says: Says<'plan-content'>;
}

/** Somebody who is to be told, and whether a consent lets them. */
export interface PlanRecipient {
  name: string;
  isCovered: boolean;
  until: Day | null;
  recordId: string | null;
  /** Why nothing may be sent to them. */
  because: string | null;
}

/** Everything that the contents of a plan rest on, on a day of its site's calendar. */
export interface PlanFacts {
  today: Day;
  /** As on the board: what leads to the next level is there once. */
  milestones: readonly AftercareMilestone[];
  destination: string | null;
  appointmentOn: Day | null;
  /** Days without medication for the disorder, of the stay and since. */
  gaps: readonly SupplyGap[];
  /** The last supply of it. */
  naloxone: { on: Day; words: string; recordId: string } | null;
  /** Goals and standing notes of the record. */
  wordings: readonly { words: string; on: Day | null; recordId: string }[];
  /** What the record has beside a content. */
  beside: readonly (Beside & { content: WrittenContentId })[];
  recipients: readonly PlanRecipient[];
  contactRules: ContactRules | null;
  /** As they stand, in the order in which they were written. */
  entries: readonly ContentEntry[];
}
