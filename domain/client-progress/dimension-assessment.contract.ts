import { Type, type Static } from 'typebox';
import { Nullable } from '../contract-parts.ts';

/** One assessment of the six dimensions, as staff wrote it. */
export const DimensionAssessment = Type.Object({
  /** Of the entry that says so. */
  id: Type.String(),
  edition: Type.Union([Type.Literal('3'), Type.Literal('4')]),
  on: Type.String({ format: 'date' }),
  /** Who rated: the one who was named, else the one who wrote it. */
  rater: Type.String(),
  /** In the order of the edition; in the fourth `risk` is always `null`. */
  dimensions: Type.Array(
    Type.Object({ risk: Nullable(Type.Integer()), note: Nullable(Type.String()) }),
  ),
});
export type DimensionAssessment = Static<typeof DimensionAssessment>;
