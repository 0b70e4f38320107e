import { Type } from 'typebox';
import { Barrier } from '../../outreach/contact.contract.ts';

/** What keeps the client away, by their own word, and what was said of it. */
export const BarrierNamed = Type.Object(
  {
    barrier: Barrier,
    note: Type.Union([Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), Type.Null()]),
  },
  { additionalProperties: false },
);

/** It keeps them away no longer. */
export const BarrierResolved = Type.Object(
  {
    /** The entry that named it. */
    of: Type.String({ format: 'uuid' }),
    how: Type.Union([Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), Type.Null()]),
  },
  { additionalProperties: false },
);
