import { Type, type Static } from 'typebox';

const Instant = Type.String({ format: 'date-time' });

/** Something to be talked about at the case review. */
export const CaseNote = Type.Object({
  id: Type.String(),
  words: Type.String(),
  by: Type.String(),
  at: Instant,
});
export type CaseNote = Static<typeof CaseNote>;

export const CaseNotes = Type.Object({
  asOf: Instant,
  /** Newest first. */
  notes: Type.Array(CaseNote),
});
export type CaseNotes = Static<typeof CaseNotes>;

/** Sent twice under one id, it is kept once. */
export const NewCaseNote = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    words: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
export type NewCaseNote = Static<typeof NewCaseNote>;
