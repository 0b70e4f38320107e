import { Type } from 'typebox';

/** What somebody made of a score. */
export const ScoreReviewed = Type.Object(
  {
    instrument: Type.String({ minLength: 1, maxLength: 40 }),
    day: Type.String({ format: 'date' }),
    plan: Type.Union([Type.Literal('changed'), Type.Literal('unchanged')]),
    because: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
