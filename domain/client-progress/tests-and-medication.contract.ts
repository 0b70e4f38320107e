import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';

/** One specimen beside what was prescribed on its day (domain/drug-tests). */
export const ClientSpecimen = Type.Object({
  collectedOn: Day,
  /** refused, missed, invalid, dilute, pending or reported. */
  state: Type.String(),
  results: Type.Array(
    Type.Object({
      analyte: Type.String(),
      /** `null`: the laboratory could not tell. */
      detected: Nullable(Type.Boolean()),
      confirmed: Type.Boolean(),
      expectation: Nullable(
        Type.Union([
          Type.Literal('expected-negative'),
          Type.Literal('expected-positive'),
          Type.Literal('unexpected-negative'),
          Type.Literal('unexpected-positive'),
        ]),
      ),
    }),
  ),
  recordIds: Type.Array(Type.String()),
});
export type ClientSpecimen = Static<typeof ClientSpecimen>;

export const ClientSupply = Type.Object({
  recordId: Type.String(),
  /** `null`: none of those for opioid or alcohol use disorder. */
  medication: Nullable(Type.String()),
  words: Type.String(),
  dosage: Nullable(Type.String()),
  /** The source's own word. */
  status: Type.String(),
  startsOn: Day,
  /** The last day the prescription holds; `null` while nothing says so. */
  endsOn: Nullable(Day),
  /** The last day that what was prescribed lasts; `null` where it is not known. */
  supplyEndsOn: Nullable(Day),
});
export type ClientSupply = Static<typeof ClientSupply>;

export const ClientMedication = Type.Object({
  /** In order of their first day. */
  supplies: Type.Array(ClientSupply),
  /** Days of the episode up to today between two supplies of one medication, or after the last of one in force. */
  gaps: Type.Array(Type.Object({ medication: Type.String(), from: Day, to: Day })),
  /** With whoever prescribes, in order. */
  visits: Type.Array(
    Type.Object({ startsAt: Instant, status: Type.String(), recordId: Type.String() }),
  ),
  /** The last day on which naloxone is recorded as given or prescribed. */
  naloxoneOn: Nullable(Day),
});
export type ClientMedication = Static<typeof ClientMedication>;
