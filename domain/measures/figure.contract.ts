import { Type, type Static } from 'typebox';

/**
 * A number with everything that belongs to it. `value` is `null` when there is nothing to divide by.
 */
export const Figure = Type.Object({
  value: Type.Union([Type.Number(), Type.Null()]),
  numerator: Type.Number(),
  denominator: Type.Number(),
  /** Known, and left out of the denominator by the measure's definition. */
  excluded: Type.Integer(),
  /** Past and not recorded by anybody. */
  unrecorded: Type.Integer(),
  /** 95 %; `null` where none belongs, and then `noInterval` says why. */
  interval: Type.Union([Type.Object({ low: Type.Number(), high: Type.Number() }), Type.Null()]),
  noInterval: Type.Union([Type.String(), Type.Null()]),
  /** Of a count that each client has: how many have reached what the program looks at. */
  reached: Type.Optional(Type.Object({ from: Type.Integer(), clients: Type.Integer() })),
  /** Of measures counted in minutes: attended by the source's word, time taken from the booking. */
  assumedMinutes: Type.Optional(Type.Integer()),
});
export type Figure = Static<typeof Figure>;
