import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';

/** Something that is recorded, with its day and the record it is from. */
export const RecordedFact = Type.Object({
  words: Type.String(),
  /** `null` where the record names no day. */
  on: Nullable(Day),
  recordId: Type.String(),
});
export type RecordedFact = Static<typeof RecordedFact>;

/** What matters for risk when a client did not come: facts, no score. `null` and empty: not recorded. */
export const RiskFacts = Type.Object({
  asOf: Instant,
  clientId: Type.String(),
  /** Substances of the diagnoses, with the day each was recorded. */
  substances: Type.Array(RecordedFact),
  /** For opioid or alcohol use disorder, with the last day of the supply. */
  medications: Type.Array(RecordedFact),
  overdose: Nullable(RecordedFact),
  /** The last from detox, hospital, jail or leave. */
  release: Nullable(RecordedFact),
  naloxone: Nullable(RecordedFact),
});
export type RiskFacts = Static<typeof RiskFacts>;

const DatedFact = Type.Omit(RecordedFact, ['recordId']);

/** The same in a row of the caseload: as short as they are said, without the records they are from. */
export const MissFacts = Type.Object({
  /** By ICD-10-CM category. */
  substances: Type.Array(Type.Object({ name: Type.String(), inRemission: Type.Boolean() })),
  /** By generic name, with the last day of the supply. */
  medications: Type.Array(DatedFact),
  overdose: Nullable(DatedFact),
  release: Nullable(DatedFact),
  naloxone: Nullable(DatedFact),
});
export type MissFacts = Static<typeof MissFacts>;
