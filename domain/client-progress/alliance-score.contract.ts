import { Type, type Static } from 'typebox';

/** How the client rated the working alliance on a form, as staff wrote it down. */
export const AllianceScore = Type.Object({
  on: Type.String({ format: 'date' }),
  instrument: Type.String(),
  /** From 1 to 5, to one decimal. */
  mean: Type.Number(),
  by: Type.String(),
});
export type AllianceScore = Static<typeof AllianceScore>;
