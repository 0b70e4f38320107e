import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { Figure } from '../measures/figure.contract.ts';

/** A client's way through a group. What stood stays when they leave. */
export const GroupMember = Type.Object({
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  /** Their record can be opened by the reader. */
  mine: Type.Boolean(),
  /** Days of their first and last booking in this group, those still to come included. */
  since: Day,
  until: Day,
  sessions: Type.Integer(),
  attended: Type.Integer(),
  state: Type.Union([Type.Literal('member'), Type.Literal('stopped')]),
  /** Since then: whether their episode of care goes on. */
  inCare: Type.Boolean(),
});
export type GroupMember = Static<typeof GroupMember>;

/** One week of a group. */
export const GroupWeek = Type.Object({
  week: Day,
  /** Sessions somebody attended. */
  held: Type.Integer(),
  /** Clients with a place in the week. */
  enrolled: Type.Integer(),
  /** Attended places of all its sessions. */
  present: Type.Integer(),
  /** Present ÷ capacity of the sessions held; `null` without a capacity or a session. */
  fill: Nullable(Type.Number()),
});
export type GroupWeek = Static<typeof GroupWeek>;

/** How many of those who began stopped early, beside all groups together. */
export const GroupLoss = Type.Object({
  /** Who began at least `followedDays` ago, within the time looked at. */
  began: Type.Integer(),
  stoppedEarly: Type.Integer(),
  earlyDays: Type.Integer(),
  /** Of all groups together. */
  overall: Nullable(Type.Number()),
  /** 95 % and 99.8 % funnel limits for so many who began; `null` where nobody did. */
  high95: Nullable(Type.Number()),
  high998: Nullable(Type.Number()),
  /** Above its limits: more than chance explains. */
  outside: Nullable(Type.Union([Type.Literal('95'), Type.Literal('99.8')])),
});
export type GroupLoss = Static<typeof GroupLoss>;

export const TherapyGroup = Type.Object({
  id: Type.String(),
  name: Type.String(),
  site: Nullable(Type.String()),
  /** Groups of several programs at a site are called alike. */
  program: Nullable(Type.String()),
  facilitators: Type.Array(Type.String()),
  capacity: Nullable(Type.Integer()),
  members: Type.Integer(),
  joined: Type.Integer(),
  stopped: Type.Integer(),
  /** Present ÷ capacity over the full weeks shown. */
  fill: Nullable(Figure),
  weeks: Type.Array(GroupWeek),
  loss: GroupLoss,
  /** Made by rule: 'Losing people: …', or null. */
  finding: Nullable(Type.String()),
});
export type TherapyGroup = Static<typeof TherapyGroup>;

export const GroupQuery = Type.Object(
  { asOf: Type.Optional(Instant), site: Type.Optional(Id) },
  { additionalProperties: false },
);
export type GroupQuery = Static<typeof GroupQuery>;

export const TherapyGroups = Type.Object({
  asOf: Instant,
  /** Joined and stopped are counted from this day on. */
  since: Day,
  /** By site and name. */
  groups: Type.Array(TherapyGroup),
  /** Whether all clients of the groups are counted, or those the reader may see. */
  everybody: Type.Boolean(),
  /** Years of history are still being read: what was before may still come. */
  incomplete: Type.Boolean(),
});
export type TherapyGroups = Static<typeof TherapyGroups>;

export const GroupRoster = Type.Object({
  asOf: Instant,
  group: TherapyGroup,
  /** Members first, then who stopped, newest first. */
  members: Type.Array(GroupMember),
});
export type GroupRoster = Static<typeof GroupRoster>;

export const NewCapacity = Type.Object(
  { since: Day, capacity: Type.Integer({ minimum: 1, maximum: 60 }) },
  { additionalProperties: false },
);
export type NewCapacity = Static<typeof NewCapacity>;
