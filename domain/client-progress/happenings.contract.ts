import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';

export const HappeningKind = Type.Union([
  Type.Literal('session'),
  Type.Literal('score'),
  Type.Literal('drug-test'),
  Type.Literal('medication'),
  Type.Literal('goal'),
  Type.Literal('phase'),
  Type.Literal('hold'),
  Type.Literal('episode'),
  Type.Literal('referral'),
  Type.Literal('contact'),
  Type.Literal('review'),
  Type.Literal('note'),
  Type.Literal('safety'),
  Type.Literal('barrier'),
  Type.Literal('practice'),
  Type.Literal('assessment'),
]);
export type HappeningKind = Static<typeof HappeningKind>;

/** One thing that happened with a client, or that somebody wrote down about them. */
export const Happening = Type.Object({
  /** The same however often it is asked for. */
  id: Type.String(),
  /** `null` where the day alone is known. */
  at: Nullable(Instant),
  /** On the calendar of the client's site. */
  on: Day,
  kind: HappeningKind,
  /** What it is of: the service, the instrument, the goal in the client's words. */
  what: Type.String(),
  /** What was found, in words; `null` where there is no more to say. */
  detail: Nullable(Type.String()),
  /** Of a session: its attendance status at asOf, for which pages have a mark and a word. */
  status: Nullable(Type.String()),
  /** For GET /api/source-records/{id}; `null` of what was written here. */
  recordId: Nullable(Type.String()),
  /** Who wrote it here, or led the session; `null` where the record does not say. */
  by: Nullable(Type.String()),
  /** Whole days from when it happened to when it was first known here, from 24 h on; `null`: in time, or not known. */
  lateBy: Nullable(Type.Integer()),
  /**
   * Of a session, a score or a drug test whose record was changed after it was first known: whole days from
   * when it happened to the last change, from 24 h on. Else `null`: other records are meant to change.
   */
  revisedBy: Nullable(Type.Integer()),
});
export type Happening = Static<typeof Happening>;

export const AskedHappenings = Type.Object(
  {
    asOf: Type.Optional(Instant),
    /** Of one kind alone. */
    kind: Type.Optional(HappeningKind),
    /** So many of the newest are left out: `next` of the answer before. */
    skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  },
  { additionalProperties: false },
);
export type AskedHappenings = Static<typeof AskedHappenings>;

/** Everything in order, the newest first: 200 at a time. */
export const ClientHappenings = Type.Object({
  asOf: Instant,
  clientId: Type.String(),
  timeZone: Type.String(),
  /** Of what was asked for, on all pages. */
  total: Type.Integer(),
  happenings: Type.Array(Happening),
  /** What to skip for the next ones; `null`: these are the last. */
  next: Nullable(Type.Integer()),
});
export type ClientHappenings = Static<typeof ClientHappenings>;
