import { Type, type Static } from 'typebox';
import { Day, Id, Nullable } from '../contract-parts.ts';

/** From this day on things were done in another way: limits restart. */
export const ProcessChange = Type.Object({
  id: Type.String(),
  day: Day,
  words: Type.String(),
  /** Of one site, or of all. */
  siteId: Nullable(Type.String()),
  by: Type.String(),
});
export type ProcessChange = Static<typeof ProcessChange>;

export const NewProcessChange = Type.Object(
  {
    day: Day,
    words: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    siteId: Nullable(Id),
  },
  { additionalProperties: false },
);
export type NewProcessChange = Static<typeof NewProcessChange>;
