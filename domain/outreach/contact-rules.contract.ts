import { Type, type Static } from 'typebox';
import { Id, Nullable } from '../contract-parts.ts';

/** Not recorded is neither allowed nor forbidden. In words: a reader of JSON may take `null` for `false`. */
export const Permitted = Type.Union([
  Type.Literal('allowed'),
  Type.Literal('not-allowed'),
  Type.Literal('not-recorded'),
]);
export type Permitted = Static<typeof Permitted>;

const said = {
  phone: Permitted,
  voicemail: Permitted,
  text: Permitted,
  letter: Permitted,
  email: Permitted,
  /** Whether whoever answers, or reads, may be told which program it is. */
  namesProgram: Permitted,
  /** Who said so, or why it changed. */
  reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
};

/** How a client may be contacted, all of it. */
export const NewContactRules = Type.Object(
  {
    /** Made where it is written: sent twice, it is kept once. */
    id: Id,
    clientId: Id,
    /** The entry that was in force when it was written; `null` for none. */
    replaces: Nullable(Id),
    ...said,
  },
  { additionalProperties: false },
);
export type NewContactRules = Static<typeof NewContactRules>;

/** An entry, with who wrote it and when. */
export const ContactRules = Type.Object({
  id: Type.String(),
  ...said,
  madeBy: Type.String(),
  madeAt: Type.String({ format: 'date-time' }),
});
export type ContactRules = Static<typeof ContactRules>;
