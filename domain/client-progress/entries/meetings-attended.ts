import { Type } from 'typebox';

const Count = Type.Union([Type.Integer({ minimum: 0, maximum: 99 }), Type.Null()]);

/** Community and peer meetings of a week that the client says they went to. None is 0; `null`: not asked. */
export const MeetingsAttended = Type.Object(
  {
    /** Its Monday. */
    week: Type.String({ format: 'date' }),
    community: Count,
    peer: Count,
  },
  { additionalProperties: false },
);
