import { Type, type Static } from 'typebox';
import { Day, Nullable } from '../contract-parts.ts';

/** A day with the record that says so; ids for GET /api/source-records/{id}. */
const RecordedDay = Type.Object({ on: Day, recordId: Type.String() });

export const WayPhase = Type.Object({
  number: Type.Integer(),
  startsOn: Day,
  /** Its last day. */
  endsOn: Day,
  /** Prescribed; `null` where neither the plan nor the program's settings say. */
  minutesPerWeek: Nullable(Type.Integer()),
});
export type WayPhase = Static<typeof WayPhase>;

export const WayHold = Type.Object({
  startsOn: Day,
  /** The day the client was back; `null` while nothing says so. */
  endsOn: Nullable(Day),
  /** Where the client was, in the record's words. */
  words: Nullable(Type.String()),
  recordId: Type.String(),
});
export type WayHold = Static<typeof WayHold>;

/** A referral to what comes after, as far as the source tells. */
export const WayReferral = Type.Object({
  recordId: Type.String(),
  sentOn: Nullable(Day),
  to: Nullable(Type.String()),
  /** 'sent', 'accepted', 'appointment-booked', 'declined'; `null` where the source does not say. */
  step: Nullable(Type.String()),
  appointment: Nullable(
    Type.Object({
      on: Day,
      /** As of attendance; `null`: none yet. */
      outcome: Nullable(Type.String()),
      recordId: Type.String(),
    }),
  ),
});
export type WayReferral = Static<typeof WayReferral>;

/** From the first request to what follows discharge: one episode's way, in days of the site's calendar. */
export const ClientWay = Type.Object({
  episodeId: Type.String(),
  requested: Nullable(RecordedDay),
  assessed: Nullable(RecordedDay),
  admittedOn: Day,
  /** In order. */
  phases: Type.Array(WayPhase),
  /** In order. */
  holds: Type.Array(WayHold),
  /** Levels of care of the same treatment, in order: each from its day on. */
  levels: Type.Array(
    Type.Object({ code: Type.String(), edition: Nullable(Type.String()), from: Day }),
  ),
  /** Minutes a week from which the level of care is met, at the client's age; `null` where it has no such rule. */
  minimumMinutes: Nullable(Type.Integer()),
  plannedEnd: Nullable(Day),
  endedOn: Nullable(Day),
  /** Why treatment ended, in words; `null` while it goes on, or where it is not recorded. */
  endReason: Nullable(Type.String()),
  referrals: Type.Array(WayReferral),
  /** Follow-up after the end, or after the planned one: 72 hours to twelve months. */
  followUps: Type.Array(Type.Object({ name: Type.String(), on: Day })),
  /** Days that the middle half of the program's stays lasted which ended in the year before. */
  usualStay: Nullable(
    Type.Object({ from: Type.Integer(), to: Type.Integer(), episodes: Type.Integer() }),
  ),
});
export type ClientWay = Static<typeof ClientWay>;
