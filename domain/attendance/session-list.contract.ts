import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';
import { SessionScope } from '../measures/measures.contract.ts';

/** What a list of sessions can be narrowed to: each a reason to look at the record. */
export const SessionConcern = Type.Union([
  Type.Literal('not-recorded'),
  Type.Literal('awaiting-record'),
  Type.Literal('contradictory'),
  Type.Literal('assumed'),
]);
export type SessionConcern = Static<typeof SessionConcern>;

/** One session, with how many of its clients each is true of. */
export const SessionItem = Type.Object({
  sessionId: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  timeZone: Type.String(),
  service: Type.String(),
  kind: Type.String(),
  site: Nullable(Type.String()),
  facilitator: Nullable(Type.String()),
  /** Clients booked, and those who walked in. */
  clients: Type.Integer(),
  attended: Type.Integer(),
  notRecorded: Type.Integer(),
  awaitingRecord: Type.Integer(),
  contradictory: Type.Integer(),
  assumed: Type.Integer(),
});
export type SessionItem = Static<typeof SessionItem>;

export const SessionListQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    asOf: Type.Optional(Instant),
    concern: Type.Optional(SessionConcern),
    after: Type.Optional(Type.String({ maxLength: 120 })),
    ...SessionScope,
  },
  { additionalProperties: false },
);
export type SessionListQuery = Static<typeof SessionListQuery>;

export const SessionList = Type.Object({
  asOf: Instant,
  from: Day,
  to: Day,
  /** Whose sessions, in words: 'your clients, Harbor Street'. */
  scope: Type.String(),
  /** Newest first. */
  sessions: Type.Array(SessionItem),
  /** Sessions of the period, and those that each concern is true of. */
  counts: Type.Object({
    all: Type.Integer(),
    'not-recorded': Type.Integer(),
    'awaiting-record': Type.Integer(),
    contradictory: Type.Integer(),
    assumed: Type.Integer(),
  }),
  /** To ask for what comes after these; `null` at the end. */
  next: Nullable(Type.String()),
});
export type SessionList = Static<typeof SessionList>;

/** Everybody of one session, each with the records behind what is shown. */
export const SessionRoster = Type.Object({
  asOf: Instant,
  session: SessionItem,
  members: Type.Array(
    Type.Object({
      clientId: Type.String(),
      familyName: Type.String(),
      givenName: Type.String(),
      /** Their record can be opened by the reader. */
      mine: Type.Boolean(),
      /** An attendance status, or 'walk-in', as at asOf. */
      status: Type.String(),
      scheduledMinutes: Type.Integer(),
      recordedMinutes: Nullable(Type.Integer()),
      assumed: Type.Boolean(),
      contradictory: Type.Boolean(),
      recordId: Type.String(),
      encounterId: Nullable(Type.String()),
    }),
  ),
});
export type SessionRoster = Static<typeof SessionRoster>;
