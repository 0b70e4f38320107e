import type { Day } from '../calendar/calendar-day.ts';
import type { SupplyGap } from '../client-progress/supply-gaps.ts';
import type { FollowUp } from './follow-up.ts';
import type { MilestoneId, MilestoneStatus } from './milestone.ts';

/** A referral to what comes after, as far as the source tells; none that was revoked. */
export interface AftercareReferral {
  recordId: string;
  /** It waits to be sent: on hold, or a draft. */
  isDraft: boolean;
  sentOn: Day | null;
  to: string | null;
  /** As `referralStep`; `null` where the source does not say. */
  step: string | null;
  stepRecordId: string | null;
  appointment: {
    on: Day;
    /** It has begun at the moment that is asked for. */
    begun: boolean;
    /** As of attendance; `null`: none yet. */
    outcome: string | null;
    recordId: string;
  } | null;
  /** A consent that holds and lets the destination know. */
  consentId: string | null;
  consentOn: Day | null;
}

/** A milestone as staff wrote it. */
export interface MilestoneEntry {
  id: string;
  by: string;
  says: {
    milestone: MilestoneId;
    status: MilestoneStatus;
    on: Day;
    destination: string | null;
    toldBy: string | null;
    note: string | null;
  };
}

/** Medication for opioid or alcohol use disorder; `null`: no such disorder, or none prescribed. */
export interface MedicationFacts {
  gaps: readonly SupplyGap[];
  /** The last supply. */
  recordId: string | null;
}

export type NextFollowUp = Pick<FollowUp, 'name' | 'tryOn' | 'isOpen' | 'lateDays'>;

/** Everything that an episode's aftercare rests on, on a day of its site's calendar. */
export interface AftercareFacts {
  today: Day;
  admittedOn: Day;
  plannedEnd: Day | null;
  /** The first day after the episode; `null` while it goes on. */
  endedOn: Day | null;
  onHold: boolean;
  /** Somebody talked with the client since the end. */
  talkedSinceEnd: boolean;
  /** The follow-up that is open, else the first to come; `null`: none is left, or the stay goes on. */
  followUp: NextFollowUp | null;
  episodeId: string;
  planRecordId: string | null;
  referrals: readonly AftercareReferral[];
  medication: MedicationFacts | null;
  /** As they stand, in the order in which they were written. */
  entries: readonly MilestoneEntry[];
}
