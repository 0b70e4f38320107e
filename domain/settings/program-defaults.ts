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
  /** Hours a week in a phase of the plan at 2.1, where the plan does not say; `null`: those of the level. */
  firstPhaseHours: number | null;
  secondPhaseHours: number | null;
  thirdPhaseHours: number | null;
  /** Clients that one counselor may have at a time; `null`: nobody has said. */
  caseloadCapacity: number | null;
  /** Hours a week from which level 2.1 is met, by adults and by adolescents (SAMHSA TIP 47). */
  adultMinimumHours: number;
  adolescentMinimumHours: number;
  /** Days after its collection for which an unexpected result lists the client. */
  unexpectedTestDays: number;
  /** Days after a score for which its reliable change lists the client: the interval of most. */
  scoreChangeDays: number;
  /** A supply that ends within these days, before a visit to the prescriber, lists the client. */
  medicationSupplyDays: number;
  /** An authorization that ends within these days lists the client; within the fewer, today. */
  authorizationEndDays: number;
  authorizationTodayDays: number;
  /** Visits left of an authorization from which on, downward, the client is listed. */
  authorizationVisits: number;
  /** First day of the payer's week, 1 Monday … 7 Sunday: contracts often count Sunday to Saturday. */
  payerWeekStartsOn: number;
  /** What one unit of an authorization is: 1 a day attended, 2 half a day, 3 an hour. */
  payerUnit: number;
  /** Days before the end of the plan in which its review is due. */
  planReviewDays: number;
  /** Days before a report to a court is due in which it is a task. */
  courtReportDays: number;
  /** Days for which a client is new to a counselor. */
  newClientDays: number;
  /** Days after a hold for which a client is listed as returned. */
  returnedDays: number;
  /** The hour at which the working day ends, on the site's clock. */
  workingDayEndsHour: number;
  /** From this hour on a session is one of the evening, for whom admission says 'evenings only'. */
  eveningFromHour: number;
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
  /** Days in which a result, or a score that changed reliably, is looked at. */
  resultReviewDays: number;
  /** Minutes in which a safety task is acknowledged; then it goes to the person on call. */
  safetyAcknowledgeMinutes: number;
  /**
   * Answers and results of so many days before the first read are still somebody's task: what is older
   * was seen to before anything was read here.
   */
  lookBackDays: number;
  /** Clients are called from this hour on and before that one, on the clock of their site. */
  callFromHour: number;
  callToHour: number;
  /** Attempts a day after which the next one waits for tomorrow. */
  mostAttemptsADay: number;
  /**
   * The place on the intake list of who asks for help pregnant and injecting, pregnant, or injecting (45 CFR
   * 96.131(a)); of one place whoever asked first; 0: no place of their own.
   */
  intakePregnantInjectingPlace: number;
  intakePregnantPlace: number;
  intakeInjectingPlace: number;
  /** Days after admission by which aftercare is being planned, at half the planned stay if that is sooner. */
  aftercarePlanningDay: number;
  /** Days after admission by which a discharge date is set. */
  aftercareDateDay: number;
  /** Days before discharge by which each milestone of aftercare is there. */
  aftercareLevelDays: number;
  aftercareConsentDays: number;
  aftercareReferralDays: number;
  aftercareAcceptedDays: number;
  aftercareBookedDays: number;
  aftercareHandOffDays: number;
  /** Days after discharge by which the summary is sent and, where none is booked, a first appointment kept. */
  aftercareSummaryDays: number;
  aftercareKeptDays: number;
  /** Days after discharge for which a card of aftercare stays where its facts put it. */
  aftercareOpenDays: number;
  /** Whether a plan for the time after has each of these contents: 1 yes, 0 no. */
  planNaloxone: number;
  planRelapsePrevention: number;
  planCrisis: number;
  planHousing: number;
  planMutualHelp: number;
  planFamily: number;
  planEmployment: number;
  planLegal: number;
  planTransport: number;
  /** Whether clients who left are asked after so long after discharge: 1 yes, 0 no. */
  followUpAt72Hours: number;
  followUpAt7Days: number;
  followUpAt14Days: number;
  followUpAt30Days: number;
  followUpAt60Days: number;
  followUpAt90Days: number;
  followUpAt180Days: number;
  followUpAt365Days: number;
  /** Whose work that is: 1 the peer specialist's, 2 the aftercare coordinator's. */
  followUpOwner: number;
  /** Share of the sessions of two full weeks from which the criterion of phase 1 for attendance is met. */
  phaseAttendance: number;
  /** Days without an unexpected drug test that the criterion of phase 2 asks for. */
  phaseTestDays: number;
  /** Sessions of each kind in the curriculum, of the whole program; `null`: nobody has said. */
  curriculumGroup: number | null;
  curriculumIndividual: number | null;
  curriculumFamily: number | null;
  curriculumSkills: number | null;
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
  firstPhaseHours: null,
  secondPhaseHours: null,
  thirdPhaseHours: null,
  caseloadCapacity: null,
  adultMinimumHours: 9,
  adolescentMinimumHours: 6,
  unexpectedTestDays: 7,
  scoreChangeDays: 14,
  medicationSupplyDays: 7,
  authorizationEndDays: 7,
  authorizationTodayDays: 3,
  authorizationVisits: 3,
  payerWeekStartsOn: 7,
  // H0015 has no unit of its own; most contracts pay by the day.
  payerUnit: 1,
  planReviewDays: 7,
  courtReportDays: 7,
  newClientDays: 7,
  returnedDays: 7,
  workingDayEndsHour: 17,
  eveningFromHour: 17,
  outreachHours: 24,
  supervisorMisses: 3,
  writtenContactDays: 14,
  notReachedAttempts: 3,
  notReachedModes: 2,
  returnHours: 24,
  resultReviewDays: 7,
  safetyAcknowledgeMinutes: 60,
  lookBackDays: 14,
  callFromHour: 8,
  callToHour: 21,
  mostAttemptsADay: 3,
  intakePregnantInjectingPlace: 1,
  intakePregnantPlace: 2,
  intakeInjectingPlace: 3,
  aftercarePlanningDay: 14,
  aftercareDateDay: 21,
  aftercareLevelDays: 21,
  aftercareConsentDays: 21,
  aftercareReferralDays: 14,
  aftercareAcceptedDays: 10,
  aftercareBookedDays: 7,
  aftercareHandOffDays: 1,
  aftercareSummaryDays: 1,
  aftercareKeptDays: 14,
  aftercareOpenDays: 30,
  planNaloxone: 1,
  planRelapsePrevention: 1,
  planCrisis: 1,
  planHousing: 1,
  planMutualHelp: 1,
  planFamily: 1,
  planEmployment: 1,
  planLegal: 1,
  planTransport: 1,
  followUpAt72Hours: 1,
  followUpAt7Days: 1,
  followUpAt14Days: 0,
  followUpAt30Days: 1,
  followUpAt60Days: 0,
  followUpAt90Days: 0,
  followUpAt180Days: 0,
  followUpAt365Days: 0,
  followUpOwner: 1,
  phaseAttendance: 0.8,
  phaseTestDays: 21,
  curriculumGroup: null,
  curriculumIndividual: null,
  curriculumFamily: null,
  curriculumSkills: null,
};
