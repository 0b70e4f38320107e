import { Type } from 'typebox';

/** Something to be talked about at the case review. */
export const CaseNote = Type.Object(
  { words: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  { additionalProperties: false },
);
