import { Type, type Static } from 'typebox';
import { Instant } from '../contract-parts.ts';

/** The middle half of a program's stays in one week of the stay; none of ten clients or fewer. */
export const UsualWeek = Type.Object({
  /** 'hours' had in the week, or an instrument's total. */
  quantity: Type.String(),
  /** Of the stay; 0: what was asked before admission. */
  week: Type.Integer(),
  low: Type.Number(),
  middle: Type.Number(),
  high: Type.Number(),
  clients: Type.Integer(),
});
export type UsualWeek = Static<typeof UsualWeek>;

/** How stays of the program usually went, of the year before: never anybody's, and never a verdict. */
export const ProgramUsualCourse = Type.Object({
  asOf: Instant,
  clientId: Type.String(),
  weeks: Type.Array(UsualWeek),
});
export type ProgramUsualCourse = Static<typeof ProgramUsualCourse>;
