import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';

/** What somebody made of a score: the plan follows it, or stays, and why (Joint Commission CTS.03.01.09). */
export const ScoreReview = Type.Object({
  id: Type.String(),
  plan: Type.Union([Type.Literal('changed'), Type.Literal('unchanged')]),
  because: Type.String(),
  by: Type.String(),
  at: Instant,
});
export type ScoreReview = Static<typeof ScoreReview>;

export const ClientScore = Type.Object({
  day: Day,
  /** `null` where the instrument has none, or too few items were answered. */
  total: Nullable(Type.Number()),
  /** Who made the total. */
  totalFrom: Nullable(Type.Union([Type.Literal('stored'), Type.Literal('computed')])),
  /** Stored totals of the day differ, or the answers come to another one. */
  mismatch: Type.Boolean(),
  /** By subscale; `null` where items are missing. */
  subscales: Type.Record(Type.String(), Nullable(Type.Number())),
  /** By item, as given. */
  answers: Type.Record(Type.String(), Type.Number()),
  /** Scored items without an answer. */
  missing: Type.Array(Type.String()),
  recordIds: Type.Array(Type.String()),
  /** The last that stands; `null` where nobody has written one. */
  review: Nullable(ScoreReview),
});
export type ClientScore = Static<typeof ClientScore>;

/** One instrument's course: bands, items and rules are the instrument's own (domain/instruments). */
export const ClientMeasure = Type.Object({
  instrument: Type.String(),
  /** Of the episode and what was taken for it, oldest first. */
  scores: Type.Array(ClientScore),
  /** From the first total of the episode to the last, by the instrument's rule; `null` without one. */
  change: Nullable(
    Type.Union([
      Type.Literal('reliable-improvement'),
      Type.Literal('reliable-deterioration'),
      Type.Literal('no-reliable-change'),
    ]),
  ),
  /** When it is due again; `null`: at admission, or when something calls for it. */
  dueOn: Nullable(Day),
});
export type ClientMeasure = Static<typeof ClientMeasure>;
