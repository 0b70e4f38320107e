import { Type } from 'typebox';

const Day = Type.String({ format: 'date' });

/** How often the client says they practised coping skills since the last session, and which. None is 0. */
export const SkillsPractised = Type.Object(
  {
    times: Type.Integer({ minimum: 0, maximum: 99 }),
    which: Type.Union([Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), Type.Null()]),
    /** The day of the last session then; `null`: none before. */
    since: Type.Union([Day, Type.Null()]),
  },
  { additionalProperties: false },
);
