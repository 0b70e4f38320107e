import { Type, type Static } from 'typebox';
import { Day, Id, Nullable } from '../contract-parts.ts';
import { Figure } from '../measures/figure.contract.ts';
import { DischargeScope, MeasureDefinition } from '../measures/measures.contract.ts';
import { CAME_OF_IT } from './came-of-it.ts';
import { TRANSITION_PARTS } from './transition-parts.ts';

export const TransitionsQuery = Type.Object(
  {
    /** Days of the sites' calendars, both counted; weeks are whole, as of every measure. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
    site: Type.Optional(Id),
    program: Type.Optional(Id),
    level: Type.Optional(Type.String({ maxLength: 8 })),
    ...DischargeScope,
  },
  { additionalProperties: false },
);
export type TransitionsQuery = Static<typeof TransitionsQuery>;

/** So many discharges that went the same way. */
export const TransitionFlow = Type.Object({
  /** At discharge; `null`: not known. */
  level: Nullable(Type.String()),
  /** TEDS-D REASON; 0: not recorded. */
  reason: Type.Integer({ minimum: 0, maximum: 7 }),
  /** `null`: no referral, or nobody says where to. */
  destination: Nullable(Type.String()),
  isReferred: Type.Boolean(),
  came: Type.Enum([...CAME_OF_IT]),
  discharges: Type.Integer(),
});
export type TransitionFlow = Static<typeof TransitionFlow>;

/** A rate of one part, as far as it may be said (`rates-shown`): whole, in whole percent without its parts, or neither. */
export const TransitionRate = Type.Object({
  figure: Nullable(Figure),
  rough: Nullable(
    Type.Object({
      value: Type.Number(),
      interval: Nullable(Type.Object({ low: Type.Number(), high: Type.Number() })),
    }),
  ),
});
export type TransitionRate = Static<typeof TransitionRate>;

/** Live discharges of one part, more than 30 days ago. Where they are few, or could be worked out, `null` stands. */
export const TransitionRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  discharges: Nullable(Type.Integer()),
  /** First appointments within 14 days, then kept within 30. */
  booked: TransitionRate,
  kept: TransitionRate,
  keptLater: TransitionRate,
  /** Of 'kept' against funnel limits around all parts; `null` within them, or where it is not shown. */
  outside: Nullable(Type.String()),
});
export type TransitionRow = Static<typeof TransitionRow>;

const Rate = Type.Object({ measure: MeasureDefinition, figure: Figure });

/** What came after the discharges of a period. */
export const Transitions = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  from: Day,
  to: Day,
  scope: Type.String(),
  incomplete: Type.Boolean(),
  /** What it can be narrowed to, whatever it is narrowed to now: programs of the site, by name. */
  choices: Type.Object({
    programs: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  }),
  discharges: Type.Object({
    all: Type.Integer(),
    live: Type.Integer(),
    planned: Type.Integer(),
    referred: Type.Integer(),
    reasonNotRecorded: Type.Integer(),
  }),
  /** By the measure’s id, in the order of the catalogue. */
  rates: Type.Array(Rate),
  flows: Type.Array(TransitionFlow),
  parts: Type.Array(
    Type.Object({ by: Type.Enum([...TRANSITION_PARTS]), rows: Type.Array(TransitionRow) }),
  ),
});
export type Transitions = Static<typeof Transitions>;
