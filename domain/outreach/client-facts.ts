import type { Day } from '../calendar/calendar-day.ts';
import type { Authorization, TreatmentDay } from '../caseload/clinical-facts.ts';
import type { CollectedSpecimen } from '../drug-tests/specimens.ts';
import type { InstrumentId } from '../instruments/instrument.ts';
import type { ContactAttempt } from './contact-attempt.ts';
import type { LadderSession } from './ladder.ts';

/** What the rules that make tasks look at: one client in an episode of care. */
export interface ClientFacts {
  clientId: string;
  episodeId: string;
  timeZone: string;
  today: Day;
  admittedOn: Day;
  onHold: boolean;
  deceased: boolean;
  counselorId: string | null;
  supervisorId: string | null;
  /** Of the episode, begun, in order of start. */
  sessions: readonly LadderSession[];
  /** The last session attended, in whatever episode. */
  seen: { at: number; recordId: string } | null;
  contacts: readonly LoggedContact[];
  /** From when on outreach could be logged here, in milliseconds; `null`: nothing was ever read. */
  outreachLoggedSince: number | null;
  /** The latest hold that is over: both days, the second no longer one of it. */
  lastHold: { startsOn: Day; endsOn: Day; words: string | null; recordIds: string[] } | null;
  /** Results from before this day were seen to before anything was read here. */
  resultsSince: Day;
  /** Of each instrument the newest total and the one before it. */
  scores: readonly ScorePair[];
  /** Of each instrument the last day on which it was given, whether or not it has a total. */
  measured: readonly { instrument: InstrumentId; day: Day; recordIds: string[] }[];
  /** Newest first. */
  specimens: readonly CollectedSpecimen[];
  authorization: Authorization | null;
  /** Days on which treatment is booked from now on, each once. */
  bookedDays: readonly TreatmentDay[];
  /** The plan that holds; `null` where there is none, or nothing says when it ends. */
  plan: { planId: string | null; endsOn: Day; hasSuccessor: boolean } | null;
}

export interface LoggedContact extends ContactAttempt {
  id: string;
  nextStep: string | null;
  nextStepOn: Day | null;
}

export interface ScorePair {
  instrument: InstrumentId;
  last: { day: Day; total: number; recordIds: string[] };
  before: { day: Day; total: number; recordIds: string[] };
}
