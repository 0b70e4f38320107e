import { Type, type Static } from 'typebox';
import { Instant, Nullable } from '../contract-parts.ts';
import { Task } from '../outreach/task.contract.ts';
import { PAYER_UNITS } from '../payer/payer-unit.ts';
import { WeekHours } from './caseload.contract.ts';

const BriefClient = {
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
};

export const NewsKind = Type.Union([
  Type.Literal('missed'),
  Type.Literal('back'),
  Type.Literal('cancelled'),
  Type.Literal('assigned'),
  Type.Literal('moved'),
  Type.Literal('scores'),
  Type.Literal('tests'),
  Type.Literal('recorded-late'),
  Type.Literal('not-recorded'),
]);
export type NewsKind = Static<typeof NewsKind>;

/** One line of 'since I was last here': what there is of a kind, and of whom. */
export const NewsLine = Type.Object({
  kind: NewsKind,
  /** Of what the kind is: sessions, scores, specimens, clients. */
  count: Type.Integer(),
  /** Part of the count that asks for more, in words: '1 worse', '2 by program'; may be empty. */
  note: Type.String(),
  /** By name; with what there is of each, e.g. '2' or 'phase 1 to 2', where it is more than being named. */
  clients: Type.Array(Type.Object({ ...BriefClient, detail: Type.String() })),
});
export type NewsLine = Static<typeof NewsLine>;

/** A session of a group that a client could still come to this week. */
export const MakeUpOffer = Type.Object({
  sessionId: Type.String(),
  service: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  /** `null` where the group has no capacity: whether there is room is not known. */
  left: Nullable(Type.Integer()),
});
export type MakeUpOffer = Static<typeof MakeUpOffer>;

/** A client who will miss hours of this week, and what can be done while it can be changed. */
export const ShortClient = Type.Object({
  ...BriefClient,
  hours: WeekHours,
  /** Minutes a week that the level asks for; recorded minutes alone count toward it. */
  levelMinimum: Nullable(Type.Integer()),
  /** Days of this week that meet the payer's minimum, by recorded minutes alone. */
  payerDays: Type.Integer(),
  payerDayMinutes: Type.Integer(),
  /** The client's payer, where its days or its unit are other than those of payers at large. */
  payer: Nullable(Type.Object({ name: Type.String(), unit: Type.Enum([...PAYER_UNITS]) })),
  /** What was said of the schedule at admission, in the record's words. */
  schedule: Nullable(Type.String()),
  makeUp: Type.Array(MakeUpOffer),
});
export type ShortClient = Static<typeof ShortClient>;

export const BriefHours = Type.Object({
  /** Clients the hours are of: those on hold are left out. */
  clients: Type.Integer(),
  onHold: Type.Integer(),
  /** Of those, without a plan that says their hours. */
  notPrescribed: Type.Integer(),
  hours: WeekHours,
  /** Who lacks most first. */
  short: Type.Array(ShortClient),
});
export type BriefHours = Static<typeof BriefHours>;

/** A session that the reader leads today. */
export const TodaySession = Type.Object({
  sessionId: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  service: Type.String(),
  kind: Type.String(),
  /** The only client of it; `null` of a group. */
  client: Nullable(Type.Object(BriefClient)),
  /** Who is expected: neither cancelled nor waiting for a place. */
  expected: Type.Integer(),
  /** Of those, who has come, by the source's word. */
  arrived: Type.Integer(),
  /** When the only client came. */
  arrivedAt: Nullable(Instant),
  /** Somebody is seen by telehealth, by the encounter's class. */
  telehealth: Type.Boolean(),
  /** Begun 30 minutes ago or earlier, and somebody has no outcome yet. */
  unmarked: Type.Boolean(),
});
export type TodaySession = Static<typeof TodaySession>;

export const CaseloadBriefQuery = Type.Object(
  {
    asOf: Type.Optional(Instant),
    /** Whose caseload; a counselor's own when left out. */
    counselor: Type.Optional(Type.String({ format: 'uuid' })),
    /** The moment the reader was last here; the end of the last working day when left out. */
    since: Type.Optional(Instant),
  },
  { additionalProperties: false },
);
export type CaseloadBriefQuery = Static<typeof CaseloadBriefQuery>;

/** What a counselor reads before the list: what is new, the hours of the week, today. */
export const CaseloadBrief = Type.Object({
  asOf: Instant,
  since: Instant,
  timeZone: Type.String(),
  /** Kinds of which there is something, gravest first. */
  news: Type.Array(NewsLine),
  hours: BriefHours,
  /** `null` where the caseload is another's: only who leads a group sees everybody in it. */
  today: Nullable(Type.Array(TodaySession)),
  /** The reader's open tasks, the most pressing of them; `null` where the caseload is another's. */
  toDo: Nullable(Type.Object({ open: Type.Integer(), tasks: Type.Array(Task) })),
});
export type CaseloadBrief = Static<typeof CaseloadBrief>;
