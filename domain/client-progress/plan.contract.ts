import { Type, type Static } from 'typebox';
import { Day, Nullable } from '../contract-parts.ts';
import { DimensionAssessment } from './dimension-assessment.contract.ts';

export const ClientGoal = Type.Object({
  recordId: Type.String(),
  /** As the client put it. */
  words: Type.String(),
  lifecycle: Type.String(),
  /** HL7 goal-achievement; `null` where nobody has judged it yet. */
  achievement: Nullable(Type.String()),
  /** Each judgement that differs from the one before, oldest first. */
  course: Type.Array(Type.Object({ on: Day, achievement: Type.String() })),
  startedOn: Nullable(Day),
  dueOn: Nullable(Day),
});
export type ClientGoal = Static<typeof ClientGoal>;

/** Sessions of one kind done, of those that the program's curriculum plans. Apart from dose. */
export const CurriculumPart = Type.Object({
  kind: Type.String(),
  attended: Type.Integer(),
  /** `null`: the program has not set any. */
  planned: Nullable(Type.Integer()),
});
export type CurriculumPart = Static<typeof CurriculumPart>;

export const Criterion = Type.Object({
  id: Type.String(),
  words: Type.String(),
  state: Type.Union([
    Type.Literal('met'),
    Type.Literal('not-met'),
    Type.Literal('not-enough-records'),
  ]),
  /** What was found, with its numbers. */
  evidence: Type.String(),
  recordIds: Type.Array(Type.String()),
});
export type Criterion = Static<typeof Criterion>;

/** What the records say of the criteria for the next phase; somebody decides, never this list. */
export const ClientPlan = Type.Object({
  goals: Type.Array(ClientGoal),
  curriculum: Type.Array(CurriculumPart),
  /** `null` without a plan of phases, or when the episode is over. */
  nextPhase: Nullable(
    Type.Object({
      /** `null`: after the last one, discharge. */
      number: Nullable(Type.Integer()),
      criteria: Type.Array(Criterion),
    }),
  ),
  /** What a review of the level of care looks at; none when the episode is over. */
  levelReview: Type.Array(Criterion),
  /** Of this stay, as staff wrote them: no source is read for them. The last assessed first. */
  dimensions: Type.Array(DimensionAssessment),
});
export type ClientPlan = Static<typeof ClientPlan>;
