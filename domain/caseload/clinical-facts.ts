import type { Day } from '../calendar/calendar-day.ts';
import type { CollectedSpecimen } from '../drug-tests/specimens.ts';
import type { Answers, InstrumentId } from '../instruments/instrument.ts';
import type { Supply } from '../medication/supply.ts';
import type { PayerCoverage } from '../payer/payer-on.ts';

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

/** A day of treatment, of all its sessions together. */
export interface TreatmentDay {
  day: Day;
  /** As recorded; as scheduled where nobody recorded them, or they are still to come. */
  minutes: number;
}

/** What a payer agreed to, and what of it has been used. */
export interface Authorization {
  recordId: string;
  /** The coverage it is under, where it names one. */
  coverageId: string | null;
  /** What it pays for, in the unit of the payer's contract; `null` where the payer names none. */
  units: number | null;
  startsOn: Day | null;
  /** `null`: the end is unknown, which is not expired. */
  endsOn: Day | null;
  /** Days on which the client was present within it, up to today: each once. */
  usedDays: readonly TreatmentDay[];
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
  /** Who pays, then and now; none where no rule asks which payer it is. */
  coverages: readonly PayerCoverage[];
  /** Days on which treatment is booked from now on, each once. */
  bookedDays: readonly TreatmentDay[];
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
  coverages: [],
  bookedDays: [],
  hold: null,
  handedOver: null,
  continues: false,
};
