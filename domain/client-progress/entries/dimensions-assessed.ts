import { Type } from 'typebox';

const Day = Type.String({ format: 'date' });
const Words = (maxLength: number) =>
  Type.Union([Type.String({ minLength: 1, maxLength, pattern: '\\S' }), Type.Null()]);
const six = <T extends Parameters<typeof Type.Array>[0]>(one: T) =>
  Type.Array(one, { minItems: 6, maxItems: 6 });

/** The day it was assessed, and who rated where that is not who writes. */
const By = { on: Day, rater: Words(100) };
/** The third edition rates risk from 0 to 4; `null`: not assessed. */
const Rated = Type.Object(
  {
    risk: Type.Union([Type.Integer({ minimum: 0, maximum: 4 }), Type.Null()]),
    note: Words(300),
  },
  { additionalProperties: false },
);
/** Of the fourth we know no such scale: it is said in words, or not assessed. */
const Said = Type.Object({ risk: Type.Null(), note: Words(300) }, { additionalProperties: false });

/** The six dimensions of The ASAM Criteria in the order of their edition, as somebody rated them on a day. */
export const DimensionsAssessed = Type.Union([
  Type.Object(
    { edition: Type.Literal('3'), ...By, dimensions: six(Rated) },
    { additionalProperties: false },
  ),
  Type.Object(
    { edition: Type.Literal('4'), ...By, dimensions: six(Said) },
    { additionalProperties: false },
  ),
]);
