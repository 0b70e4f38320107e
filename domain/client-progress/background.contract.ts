import { Type, type Static } from 'typebox';
import { Day, Nullable } from '../contract-parts.ts';

const recordId = Type.String();

/** What everybody who meets the client has to know, each with the record that says so. */
export const ClientBackground = Type.Object({
  /** Of substance use first, then what comes along with it. */
  diagnoses: Type.Array(
    Type.Object({
      code: Nullable(Type.String()),
      words: Type.String(),
      kind: Type.String(),
      inRemission: Type.Boolean(),
      recordId,
    }),
  ),
  /** The last answer to each question asked at admission, in words (domain/episode/admission-questions). */
  answers: Type.Array(
    Type.Object({ question: Type.String(), words: Type.Array(Type.String()), on: Day, recordId }),
  ),
  language: Nullable(Type.String()),
  interpreterRequired: Nullable(Type.Boolean()),
  supportPeople: Type.Array(
    Type.Object({
      familyName: Type.String(),
      givenName: Type.String(),
      relationship: Nullable(Type.String()),
      /** Until when a consent lets them know; `null` until: no end. `null` consent: none recorded. */
      consent: Nullable(Type.Object({ until: Nullable(Day), recordId })),
      recordId,
    }),
  ),
  consents: Type.Array(
    Type.Object({
      status: Type.String(),
      category: Nullable(Type.String()),
      startsOn: Nullable(Day),
      endsOn: Nullable(Day),
      /** Whom it lets know. */
      to: Type.Array(Type.String()),
      recordId,
    }),
  ),
  /** What a payer agreed to; units in those of the payer's contract. */
  authorization: Nullable(
    Type.Object({
      payer: Nullable(Type.String()),
      reference: Nullable(Type.String()),
      units: Nullable(Type.Number()),
      used: Type.Number(),
      /** 'day', 'half-day' or 'hour'. */
      unit: Type.String(),
      startsOn: Nullable(Day),
      /** `null`: the end is unknown, which is not expired. */
      endsOn: Nullable(Day),
      recordId,
    }),
  ),
  /** Standing notes of the record: safety, behavior, contact. */
  notices: Type.Array(
    Type.Object({
      category: Nullable(Type.String()),
      words: Type.String(),
      since: Nullable(Day),
      recordId,
    }),
  ),
});
export type ClientBackground = Static<typeof ClientBackground>;
