/** Rules that a program may set for itself. These values hold until it does. */
export interface ProgramDefaults {
  /** A session that ended this long ago without an outcome is still waiting for its record. */
  awaitingRecordHours: number;
  /** A cancellation this long before the start is excused. */
  excusedNoticeHours: number;
  /** More minutes than this after the start is late; before the end, left early. */
  lateMinutes: number;
  /** An encounter that names no appointment belongs to one starting within this many minutes. */
  encounterMatchMinutes: number;
  /** A roster that still lacks an outcome this many minutes after the start is pointed out. */
  unmarkedMinutes: number;
  /** Days since last seen at which a supervisor is told, whatever the reasons of the misses. */
  notSeenDays: number;
  /** Consecutive unexcused misses that put a client on the case review. */
  consecutiveMisses: number;
  /**
   * Days without contact at which an administrative discharge is reviewed, dated to the last contact;
   * an episode inferred from sessions then no longer goes on.
   */
  noContactDays: number;
  /** Missing minutes in a week from which it is short: less is the rounding of a plan, not a session. */
  hoursShortMinutes: number;
  /** Recorded minutes that make a day of treatment by the payer's rule. */
  payerDayMinutes: number;
  /** Share of the prescribed hours from which a week counts toward an engagement streak. */
  engagedDoseRatio: number;
  /** Hours a week prescribed at ASAM 1 and 1.5, 2.1 and 2.5 where the plan does not say; `null`: not known. */
  outpatientHours: number | null;
  intensiveHours: number | null;
  highIntensityHours: number | null;
}

export const PROGRAM_DEFAULTS: ProgramDefaults = {
  awaitingRecordHours: 24,
  excusedNoticeHours: 24,
  lateMinutes: 10,
  encounterMatchMinutes: 60,
  unmarkedMinutes: 30,
  notSeenDays: 7,
  consecutiveMisses: 2,
  noContactDays: 30,
  hoursShortMinutes: 30,
  payerDayMinutes: 180,
  engagedDoseRatio: 0.8,
  outpatientHours: null,
  intensiveHours: null,
  highIntensityHours: null,
};
