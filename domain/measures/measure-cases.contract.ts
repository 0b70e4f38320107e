import { Type, type Static } from 'typebox';
import { Day, Nullable } from '../contract-parts.ts';
import { DischargeScope, FlowScope, SessionScope } from './measures.contract.ts';

/** One row behind a figure. */
export const MeasureCase = Type.Object({
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  recordId: Type.String(),
  /** The encounter that proves it. */
  encounterId: Nullable(Type.String()),
  sessionId: Type.String(),
  startsAt: Type.String({ format: 'date-time' }),
  timeZone: Type.String(),
  service: Type.String(),
  site: Nullable(Type.String()),
  /** An attendance status, or 'walk-in', as at asOf. */
  status: Type.String(),
  scheduledMinutes: Type.Integer(),
  recordedMinutes: Nullable(Type.Integer()),
  assumed: Type.Boolean(),
  contradictory: Type.Boolean(),
  /** How the measure takes it. */
  counts: Type.Union([
    Type.Literal('numerator'),
    Type.Literal('denominator'),
    Type.Literal('excluded'),
    Type.Literal('unrecorded'),
  ]),
});
export type MeasureCase = Static<typeof MeasureCase>;

/** One row behind a figure that is not counted by sessions: an episode, a client's week or day, a group's week. */
export const MeasureTally = Type.Object({
  /** `null` of a group. */
  clientId: Nullable(Type.String()),
  familyName: Nullable(Type.String()),
  givenName: Nullable(Type.String()),
  group: Nullable(Type.String()),
  /** Where a client may have several at once: '7 days' of a follow-up. */
  which: Type.Optional(Type.String()),
  day: Day,
  /** The first day after it. */
  until: Day,
  /** What it adds; hours are minutes until they are shown. */
  numerator: Type.Number(),
  denominator: Type.Number(),
  counts: MeasureCase.properties.counts,
  /** The source's records that it was counted from. */
  recordIds: Type.Array(Type.String()),
});
export type MeasureTally = Static<typeof MeasureTally>;

export const MeasureCasesQuery = Type.Object(
  {
    from: Day,
    to: Day,
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
    /** Only those that the measure takes so. */
    counts: Type.Optional(MeasureCase.properties.counts),
    status: Type.Optional(Type.String({ maxLength: 40 })),
    after: Type.Optional(Type.String({ maxLength: 120 })),
    ...SessionScope,
    ...DischargeScope,
    ...FlowScope,
  },
  { additionalProperties: false },
);
export type MeasureCasesQuery = Static<typeof MeasureCasesQuery>;

export const MeasureCases = Type.Object({
  asOf: Type.String({ format: 'date-time' }),
  cases: Type.Array(MeasureCase),
  /** Of measures that are not counted by sessions, in place of cases. */
  tallies: Type.Optional(Type.Array(MeasureTally)),
  total: Type.Integer(),
  /** To ask for what comes after these; `null` at the end. */
  next: Nullable(Type.String()),
});
export type MeasureCases = Static<typeof MeasureCases>;
