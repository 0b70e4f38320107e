import { Type, type Static } from 'typebox';

/** Not known is an answer: nobody asked, or the client did not say. */
export const FollowUpAnswer = Type.Union([
  Type.Literal('yes'),
  Type.Literal('no'),
  Type.Literal('not-known'),
]);
export type FollowUpAnswer = Static<typeof FollowUpAnswer>;

/** National outcome measures, as they are asked after discharge. */
export const FollowUpAnswers = Type.Object(
  {
    abstinent: FollowUpAnswer,
    working: FollowUpAnswer,
    housed: FollowUpAnswer,
    notArrested: FollowUpAnswer,
    mutualHelp: FollowUpAnswer,
  },
  { additionalProperties: false },
);
export type FollowUpAnswers = Static<typeof FollowUpAnswers>;

export const ReturnToCare = Type.Union([
  Type.Literal('not-offered'),
  Type.Literal('accepted'),
  Type.Literal('declined'),
]);
export type ReturnToCare = Static<typeof ReturnToCare>;

/** Why nobody is to call again: what somebody told us, or what the client asked for. */
export const FollowUpEnd = Type.Union([Type.Literal('deceased'), Type.Literal('no-more-contact')]);
export type FollowUpEnd = Static<typeof FollowUpEnd>;

/** What a contact with somebody who has left was for besides talking: the script, and what came of the offer. */
export const FollowUpSaid = Type.Object(
  {
    /** `null`: the script was not gone through. */
    answers: Type.Union([FollowUpAnswers, Type.Null()]),
    returnToCare: ReturnToCare,
    ends: Type.Union([FollowUpEnd, Type.Null()]),
  },
  { additionalProperties: false },
);
export type FollowUpSaid = Static<typeof FollowUpSaid>;
