import { Type } from 'typebox';

const Day = Type.String({ format: 'date' });

/** Who took part in a family session, and when the next one is. */
export const FamilySession = Type.Object(
  {
    on: Day,
    /** The records of support people: whether they may be told anything is asked of their consent. */
    tookPart: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 }),
    /** Anybody of whom there is no record. */
    others: Type.Union([
      Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      Type.Null(),
    ]),
    next: Type.Union([Day, Type.Null()]),
  },
  { additionalProperties: false },
);
