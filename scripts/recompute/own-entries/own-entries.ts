import type { CarePlan } from 'fhir/r4';

/** What staff wrote here, as far as tasks and lists follow from it; clients by record number. */
export interface OwnEntries {
  contacts: OwnContact[];
  /** Safety answers that a clinician assessed: whose, to which form, of which day, and when. */
  assessed: { recordNumber: string; form: string; day: string; at: number }[];
  /** Tasks that somebody closed, by rule and client. */
  closed: { task: string; at: number }[];
  /** Tasks that somebody made. */
  made: { recordNumber: string; dueOn: string; at: number }[];
  /** What an administrator set for one payer. */
  payerRules: OwnPayerRule[];
  /** How many places groups have. */
  capacities: OwnCapacity[];
  /** Who is not to meet whom in a session. */
  keptApart: OwnPair[];
  /** Phases and planned discharges. */
  plans: OwnPlanEntry[];
  /** Tries of follow-ups, as they were logged. */
  followUpTries: OwnFollowUpTry[];
  /** Milestones of aftercare. */
  milestones: OwnMilestone[];
}

export interface OwnPlanEntry {
  recordNumber: string;
  at: number;
  /** A phase from a day on, or the day of the planned discharge. */
  says: { number: number; from: string } | { on: string };
  /** What the record said of the plan then. */
  before: CarePlan | undefined;
}

export interface OwnContact {
  recordNumber: string;
  at: number;
  mode: 'phone' | 'letter';
  result: 'reached' | 'not-reached' | 'sent';
  nextStepOn: string | null;
}

export interface OwnFollowUpTry {
  /** As the source refers to them. */
  client: string;
  at: number;
  mode: 'phone' | 'text' | 'letter';
  result: 'reached' | 'not-reached' | 'sent' | 'declined';
  ends: 'deceased' | 'no-more-contact' | null;
}

export interface OwnMilestone {
  /** As the source refers to it. */
  episode: string;
  at: number;
  milestone: string;
  status: 'not-started' | 'in-progress' | 'done' | 'declined' | 'not-applicable';
  on: string;
  destination: string | null;
}

/** By record numbers. */
export interface OwnPair {
  one: string;
  other: string;
  at: number;
}

export interface OwnCapacity {
  /** Reference of the group's service. */
  group: string;
  /** The first day on which it holds. */
  since: string;
  capacity: number;
}

export interface OwnPayerRule {
  setting: 'payerDayMinutes' | 'payerUnit' | 'payerWeekStartsOn' | 'authorizationVisits';
  payer: string;
  /** The first day on which it holds. */
  from: string;
  value: number;
}

export const NOTHING_WRITTEN: OwnEntries = {
  ...{ contacts: [], assessed: [], closed: [], made: [] },
  ...{ payerRules: [], capacities: [], keptApart: [], plans: [], followUpTries: [] },
  milestones: [],
};
