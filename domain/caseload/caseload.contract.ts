import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';
import { Figure } from '../measures/figure.contract.ts';
import { MissFacts } from './risk-facts.contract.ts';

/** Why a client stands where they stand in the list: the rule, what was found, and where. */
export const Flag = Type.Object({
  rule: Type.Union([
    Type.Literal('safety-answer'),
    Type.Literal('consecutive-misses'),
    Type.Literal('not-seen'),
    Type.Literal('unexpected-test'),
    Type.Literal('opioid-medication'),
    Type.Literal('authorization-ends'),
    Type.Literal('authorization-units'),
    Type.Literal('medication'),
    Type.Literal('score-worse'),
    Type.Literal('missed-last'),
    Type.Literal('hours-short'),
    Type.Literal('dose-below-level'),
    Type.Literal('returned'),
    Type.Literal('plan-review'),
    Type.Literal('source-differs'),
    Type.Literal('newly-assigned'),
    Type.Literal('not-recorded'),
    Type.Literal('no-counselor'),
    Type.Literal('on-hold'),
    Type.Literal('score-better'),
  ]),
  /** Bold part of the reason, e.g. '2 no-shows in a row'. */
  what: Type.String(),
  /** Plain evidence after it, e.g. 'last Tue 17 Nov'; may be empty. */
  evidence: Type.String(),
  value: Type.Number(),
  threshold: Type.Number(),
  /** The records behind it, newest first; ids for GET /api/source-records/{id}. */
  recordIds: Type.Array(Type.String()),
});
export type Flag = Static<typeof Flag>;

/** Minutes of the week that asOf lies in, Monday to Sunday on the site's calendar. */
export const WeekHours = Type.Object({
  /** Recorded attendance. */
  delivered: Type.Integer(),
  /** Attended by the source's word, time taken from the booking. */
  assumed: Type.Integer(),
  /** Still to come. */
  booked: Type.Integer(),
  /** Past without an outcome. */
  unrecorded: Type.Integer(),
  /** By the plan, pro rata in a week that the episode only partly covers; `null` when not known. */
  prescribed: Nullable(Type.Integer()),
  /** What is prescribed and neither delivered, assumed, booked nor unrecorded; `null` with prescribed. */
  missing: Nullable(Type.Integer()),
});
export type WeekHours = Static<typeof WeekHours>;

export const Urgency = Type.Union([
  Type.Literal('act-today'),
  Type.Literal('this-week'),
  Type.Literal('away'),
  Type.Literal('on-course'),
]);
export type Urgency = Static<typeof Urgency>;

/** One active client of a caseload. Names what the table shows, nothing more. */
export const CaseloadLine = Type.Object({
  clientId: Type.String(),
  episodeId: Type.String(),
  /** No episode of care at the source: inferred from the sessions the client attended. */
  inferred: Type.Boolean(),
  familyName: Type.String(),
  givenName: Type.String(),
  recordNumber: Nullable(Type.String()),
  counselor: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  site: Nullable(Type.String()),
  timeZone: Type.String(),
  program: Nullable(Type.String()),
  track: Nullable(Type.Union([Type.Literal('day'), Type.Literal('evening')])),
  level: Nullable(Type.Object({ code: Type.String(), edition: Nullable(Type.String()) })),
  phase: Nullable(Type.Object({ number: Type.Integer(), of: Type.Integer() })),
  /** Weeks since admission, the first is 1. */
  week: Type.Integer(),
  plannedWeeks: Nullable(Type.Integer()),
  onHold: Type.Boolean(),
  hours: WeekHours,
  /** Four calendar weeks, this one last; a session's status word in order of start, 'walk-in' for one unbooked. */
  strip: Type.Array(Type.Object({ monday: Day, marks: Type.Array(Type.String()) })),
  /** The four weeks of the strip, sessions: A of D; one client's own sessions carry no interval. */
  attendance: Figure,
  lastSeenAt: Nullable(Instant),
  /** Calendar days since last seen, since admission where never seen. */
  daysSinceSeen: Type.Integer(),
  next: Nullable(Type.Object({ startsAt: Instant, service: Type.String() })),
  urgency: Urgency,
  /** Gravest first. */
  flags: Type.Array(Flag),
  /** What matters for risk, of who is listed for not coming; `null` of everybody else. */
  missFacts: Nullable(MissFacts),
});
export type CaseloadLine = Static<typeof CaseloadLine>;

export const CaseloadQuery = Type.Object(
  {
    /** The instant to look at; the clinic's now when left out. */
    asOf: Type.Optional(Instant),
    /** Whose caseload; 'me' by default for a counselor, 'none' for clients without a counselor. */
    counselor: Type.Optional(Type.String({ maxLength: 36 })),
    site: Type.Optional(Type.String({ maxLength: 36 })),
    program: Type.Optional(Type.String({ maxLength: 36 })),
  },
  { additionalProperties: false },
);
export type CaseloadQuery = Static<typeof CaseloadQuery>;

export const CaseloadOverviewQuery = Type.Pick(CaseloadQuery, ['asOf', 'site'], {
  additionalProperties: false,
});
export type CaseloadOverviewQuery = Static<typeof CaseloadOverviewQuery>;

/** The rules by which lines are listed, as their programs have set them: mostly one value each. */
export const CaseloadThresholds = Type.Object({
  consecutiveMisses: Type.Array(Type.Integer()),
  notSeenDays: Type.Array(Type.Integer()),
  authorizationTodayDays: Type.Array(Type.Integer()),
});
export type CaseloadThresholds = Static<typeof CaseloadThresholds>;

export const Caseload = Type.Object({
  asOf: Instant,
  thresholds: CaseloadThresholds,
  lines: Type.Array(CaseloadLine),
  /** Over all lines, clustered by client. */
  attendance: Figure,
});
export type Caseload = Static<typeof Caseload>;

/** Counts of one counselor's, or one site's or program's, active clients: no names. */
export const CaseloadCount = Type.Object({
  id: Nullable(Type.String()),
  name: Type.String(),
  /** Second line: a counselor's team, a program's site. */
  within: Nullable(Type.String()),
  active: Type.Integer(),
  onHold: Type.Integer(),
  /** Who is listed under 'act today', for whatever reason. */
  actToday: Type.Integer(),
  /** Safety tasks of theirs that nobody has assessed. */
  safetyTasks: Type.Integer(),
  /** Of these, escalated and acknowledged by nobody yet. */
  safetyNotAcknowledged: Type.Integer(),
  notSeen: Type.Integer(),
  consecutiveMisses: Type.Integer(),
  /** Clients with a past session of which nothing is recorded. */
  notRecorded: Type.Integer(),
  withoutCounselor: Type.Integer(),
  attendance: Figure,
});
export type CaseloadCount = Static<typeof CaseloadCount>;

export const CaseloadOverview = Type.Object({
  asOf: Instant,
  /** What a row of `counts` is. */
  by: Type.Union([Type.Literal('counselor'), Type.Literal('program')]),
  /** Clients that one counselor may have at a time; `null` where nobody has set it. */
  capacity: Nullable(Type.Integer()),
  counts: Type.Array(CaseloadCount),
  total: CaseloadCount,
});
export type CaseloadOverview = Static<typeof CaseloadOverview>;
