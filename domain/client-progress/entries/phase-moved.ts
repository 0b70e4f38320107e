import { Type } from 'typebox';

/** The client moves to a phase, from a day on, and why. */
export const PhaseMoved = Type.Object(
  {
    number: Type.Integer({ minimum: 1, maximum: 9 }),
    from: Type.String({ format: 'date' }),
    because: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
