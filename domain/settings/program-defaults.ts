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
  /** Hours from the scheduled start of a miss within which somebody reaches out. */
  outreachHours: number;
  /** Consecutive unexcused misses at which a supervisor is told. */
  supervisorMisses: number;
  /** Days without contact after which the program writes to the client. */
  writtenContactDays: number;
  /** Attempts, and different modes among them, after which a client is said not to be reached. */
  notReachedAttempts: number;
  notReachedModes: number;
  /** Hours after a hold ends in which somebody sees to the return. */
  returnHours: number;
  /** Minutes after the start from which a session without a record is on somebody's list. */
  unmarkedMinutes: number;
  /** Visits that are left of an authorization, and days to its end, from which it is somebody's task. */
  authorizationVisits: number;
  authorizationDays: number;
  /** Days in which a result, or a score that changed reliably, is looked at. */
  resultReviewDays: number;
  /** Days to the end of a plan from which its review is due. */
  planReviewDays: number;
  /** Minutes in which a safety task is acknowledged; then it goes to the person on call. */
  safetyAcknowledgeMinutes: number;
  /**
   * Answers and results of so many days before the first read are still somebody's task: what is older
   * was seen to before anything was read here.
   */
  lookBackDays: number;
}

export const PROGRAM_DEFAULTS: ProgramDefaults = {
  awaitingRecordHours: 24,
  excusedNoticeHours: 24,
  lateMinutes: 10,
  encounterMatchMinutes: 60,
  notSeenDays: 7,
  consecutiveMisses: 2,
  noContactDays: 30,
  hoursShortMinutes: 30,
  payerDayMinutes: 180,
  engagedDoseRatio: 0.8,
  outreachHours: 24,
  supervisorMisses: 3,
  writtenContactDays: 14,
  notReachedAttempts: 3,
  notReachedModes: 2,
  returnHours: 24,
  unmarkedMinutes: 30,
  authorizationVisits: 3,
  authorizationDays: 7,
  resultReviewDays: 7,
  planReviewDays: 7,
  safetyAcknowledgeMinutes: 60,
  lookBackDays: 14,
};
