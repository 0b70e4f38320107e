import { Type, type Static } from 'typebox';

const Day = Type.String({ format: 'date' });

/** What somebody made of a score. Sent twice under one id, it is kept once. */
export const NewScoreReview = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    instrument: Type.String({ minLength: 1, maxLength: 40 }),
    day: Day,
    plan: Type.Union([Type.Literal('changed'), Type.Literal('unchanged')]),
    because: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
export type NewScoreReview = Static<typeof NewScoreReview>;
