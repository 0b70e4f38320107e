import { Type, type Static } from 'typebox';
import { Day, Nullable } from '../contract-parts.ts';
import { MILESTONE_STATUSES } from './milestone.ts';
import { PLAN_CONTENTS } from './plan-content.ts';

/** Something that the record has beside it, with its day; an answer to nothing. */
export const Beside = Type.Object({
  words: Type.String(),
  on: Nullable(Day),
  recordId: Nullable(Type.String()),
});
export type Beside = Static<typeof Beside>;

/** One content of a client's plan, as far as it has come. */
export const PlanContent = Type.Object({
  id: Type.Enum([...PLAN_CONTENTS]),
  status: Type.Enum([...MILESTONE_STATUSES]),
  /** When it was arranged, or is to be. */
  on: Nullable(Day),
  /** What it is: of which kind, with whom, in which words. */
  words: Nullable(Type.String()),
  /** Who sees to it; `null`: nobody is named. */
  owner: Nullable(Type.String()),
  note: Nullable(Type.String()),
  /** Who wrote it down; `null` of what the source says. */
  by: Nullable(Type.String()),
  /** For GET /api/source-records/{id}; `null` of what was written here. */
  recordId: Nullable(Type.String()),
  /** What staff wrote of it here, which can be withdrawn. */
  entryId: Nullable(Type.String()),
  /** It is written down here; everything else where it belongs. */
  isWritten: Type.Boolean(),
  beside: Type.Array(Beside),
});
export type PlanContent = Static<typeof PlanContent>;

/** What is planned for the time after a stay. */
export const AftercarePlan = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  clientId: Type.String(),
  /** `null` of who was never admitted, left longer ago than anybody is followed, or has died. */
  plan: Nullable(
    Type.Object({
      episodeId: Type.String(),
      timeZone: Type.String(),
      today: Day,
      contents: Type.Array(PlanContent),
    }),
  ),
});
export type AftercarePlan = Static<typeof AftercarePlan>;
