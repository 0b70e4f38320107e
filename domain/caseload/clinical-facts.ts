import type { Day } from '../calendar/calendar-day.ts';
import type { CollectedSpecimen } from '../drug-tests/specimens.ts';
import type { Answers, InstrumentId } from '../instruments/instrument.ts';
import type { Supply } from '../medication/supply.ts';

/** A score of one instrument and day. */
export interface DatedScore {
  instrument: InstrumentId;
  day: Day;
  total: number | null;
  answers: Answers;
  recordIds: readonly string[];
  /** A clinician has assessed what it says of safety, or it was seen to before anything was read here. */
  settled: boolean;
}

export interface RecordedSupply extends Supply {
  recordId: string;
}

/** What a payer agreed to, and what of it has been used. */
export interface Authorization {
  recordId: string;
  /** Days of treatment it pays for; `null` where the payer names none. */
  units: number | null;
  startsOn: Day | null;
  /** `null`: the end is unknown, which is not expired. */
  endsOn: Day | null;
  /** Days on which the client was present within it, up to today. */
  usedDays: readonly Day[];
}

/** Days on which the client is elsewhere, in the words of the record where it has some. */
export interface Hold {
  recordId: string;
  startsOn: Day;
  /** The day the client is back; `null` while nothing says so. */
  endsOn: Day | null;
  words: string | null;
}

/** What the clinical record holds of a client, as far as a rule of the caseload asks for it. */
export interface ClinicalFacts {
  /** In whole years; `null` where no day of birth is recorded. */
  age: number | null;
  /** Of the episode and of the days before it that are still somebody's to look at, newest first. */
  scores: readonly DatedScore[];
  /** Newest first. */
  specimens: readonly CollectedSpecimen[];
  /** Prescriptions in force, by their status at the source. */
  supplies: readonly RecordedSupply[];
  /** A diagnosis of opioid use disorder is recorded. */
  opioidUse: boolean;
  /** The next booked visit to a prescriber. */
  prescriberVisitOn: Day | null;
  /** The one that lasts longest: where reviews follow each other, the last that was agreed to. */
  authorization: Authorization | null;
  /** Days on which a session is booked, today included, in order. */
  bookedDays: readonly Day[];
  /** The last hold that has begun. */
  hold: Hold | null;
  /** When the episode last came to name another counselor than before. */
  handedOver: { on: Day; at: string; recordId: string } | null;
  /** The same counselor had the client until the episode began: another level of the same treatment. */
  continues: boolean;
}

/** Of a client of whom nothing but sessions is recorded. */
export const NOTHING_RECORDED: ClinicalFacts = {
  age: null,
  scores: [],
  specimens: [],
  supplies: [],
  opioidUse: false,
  prescriberVisitOn: null,
  authorization: null,
  bookedDays: [],
  hold: null,
  handedOver: null,
  continues: false,
};
