import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable } from '../contract-parts.ts';

/** Why, as whoever wrote it down put it. */
const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });

/** Somebody whom a client is not to meet in a session. */
export const KeptApart = Type.Object({
  id: Id,
  /** `null`: out of the reader's scope, so that their name is not told. */
  other: Nullable(
    Type.Object({ clientId: Id, familyName: Type.String(), givenName: Type.String() }),
  ),
  reason: Reason,
  by: Type.String(),
  at: Instant,
});
export type KeptApart = Static<typeof KeptApart>;

/** Of two who are kept apart the one entry that stands, whoever wrote it. */
export const StandingPair = Type.Pick(KeptApart, ['id', 'reason', 'by', 'at']);
export type StandingPair = Static<typeof StandingPair>;

/** Whom a client is kept apart from, the last that was written down first. */
export const ClientKeptApart = Type.Object({ asOf: Instant, from: Type.Array(KeptApart) });
export type ClientKeptApart = Static<typeof ClientKeptApart>;

/** It holds for both of them. */
export const NewKeptApart = Type.Object(
  {
    /** Made where it is written: sent twice, it is kept once. */
    id: Id,
    clientId: Id,
    otherId: Id,
    reason: Reason,
  },
  { additionalProperties: false },
);
export type NewKeptApart = Static<typeof NewKeptApart>;
