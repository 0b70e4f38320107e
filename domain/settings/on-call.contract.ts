import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable } from '../contract-parts.ts';

/** A moment on the site's own clock, '2026-11-18T17:00'. */
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$' });
const Staff = Type.Object({ id: Id, name: Type.String() });

/** Who is on call, at a site or at every one (`null`), from a moment to another, which is not included. */
export const NewOnCallSpan = Type.Object(
  {
    /** Made by whoever asks: the same sent twice is set once. */
    id: Id,
    staffId: Id,
    siteId: Nullable(Id),
    from: Moment,
    until: Moment,
  },
  { additionalProperties: false },
);
export type NewOnCallSpan = Static<typeof NewOnCallSpan>;

/** A span that was set, and whether it still stands. */
export const OnCallSpan = Type.Object({
  id: Id,
  staff: Staff,
  siteId: Nullable(Id),
  fromAt: Instant,
  untilAt: Instant,
  /** The clock on which the two moments were given. */
  timeZone: Type.String(),
  by: Type.String(),
  at: Instant,
  withdrawn: Nullable(Type.Object({ by: Type.String(), at: Instant })),
});
export type OnCallSpan = Static<typeof OnCallSpan>;

export const OnCall = Type.Object({
  asOf: Instant,
  sites: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** Who may be named: they carry a caseload, or supervise who does. */
  staff: Type.Array(Staff),
  /** The latest first. */
  spans: Type.Array(OnCallSpan),
});
export type OnCall = Static<typeof OnCall>;
