import { Type } from 'typebox';

/** On which day the stay is planned to end, and why. */
export const PlannedDischarge = Type.Object(
  {
    on: Type.String({ format: 'date' }),
    because: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  },
  { additionalProperties: false },
);
