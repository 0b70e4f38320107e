import { Type } from 'typebox';

const Word = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });

/** The mean of a working alliance form that the client filled in. No rule of ours says what it amounts to. */
export const WorkingAlliance = Type.Object(
  {
    on: Type.String({ format: 'date' }),
    /** As the form calls itself. */
    instrument: Word,
    /** To one decimal. */
    mean: Type.Number({ minimum: 1, maximum: 5, multipleOf: 0.1 }),
  },
  { additionalProperties: false },
);
