import { Type, type Static } from 'typebox';
import { MILESTONE_STATUSES, MILESTONES } from '../aftercare/milestone.ts';
import { PlanContent } from '../aftercare/plan-content.contract.ts';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { ContactRules } from '../outreach/contact-rules.contract.ts';
import { COURT_REPORT_PARTS, HAND_OFF_PARTS, UTILIZATION_REVIEW_PARTS } from './disclosed-parts.ts';
import { REFUSAL_REASONS } from './naming-consent.ts';
import { REPORT_INTERVALS } from './report-duty.ts';

/** What leaves the program: each kind has its own recipients, its own purpose, its own parts. */
export const DisclosureKind = Type.Union([
  Type.Literal('utilization-review'),
  Type.Literal('hand-off'),
  Type.Literal('court-report'),
]);
export type DisclosureKind = Static<typeof DisclosureKind>;

/** A disclosure as it is accounted for (42 CFR 2.25): to whom, what, why, by whom, when, under which consent. */
export const Disclosure = Type.Object({
  id: Type.String(),
  kind: DisclosureKind,
  recipient: Type.String(),
  address: Nullable(Type.String()),
  purpose: Type.String(),
  what: Type.Array(Type.String()),
  /** Of which days a report tells; `null` of what has no such time. */
  fromDay: Nullable(Day),
  toDay: Nullable(Day),
  /** The consent that permitted it, for GET /api/source-records/{id}. */
  consentId: Nullable(Type.String()),
  by: Type.String(),
  at: Instant,
});
export type Disclosure = Static<typeof Disclosure>;

/** A try that was refused. Nothing left. */
export const RefusedDisclosure = Type.Object({
  id: Type.String(),
  kind: DisclosureKind,
  recipient: Type.String(),
  /** As it was said to whoever tried. */
  words: Type.String(),
  by: Type.String(),
  at: Instant,
});
export type RefusedDisclosure = Static<typeof RefusedDisclosure>;

/** A consent in force that lets somebody know, as far as its record says. */
export const DisclosureConsent = Type.Object({
  recordId: Type.String(),
  startsOn: Nullable(Day),
  /** `null`: it names no end. */
  endsOn: Nullable(Day),
  /** HL7 v3 ActReason: TREAT, HPAYMT, HOPERAT … */
  purposes: Type.Array(Type.String()),
  /** To those in the criminal justice system (42 CFR 2.35). */
  criminalJustice: Type.Boolean(),
});
export type DisclosureConsent = Static<typeof DisclosureConsent>;

const Refusal = Type.Object({
  reason: Type.Enum([...REFUSAL_REASONS]),
  words: Type.String(),
});

/** Somebody who may ask to be told, and whether they may be; exactly one of consent and refusal is `null`. */
const covered = { consent: Nullable(DisclosureConsent), refusal: Nullable(Refusal) };

export const Recipient = Type.Object({
  name: Type.String(),
  /** As their own record has it. */
  address: Nullable(Type.String()),
  /** A referral or somebody's entry says that the client goes there next. */
  isDestination: Type.Boolean(),
  ...covered,
});
export type Recipient = Static<typeof Recipient>;

/** What staff wrote of the way to whoever treats next, as it stands. */
export const PlannedStep = Type.Object({
  entryId: Type.String(),
  milestone: Type.Enum([...MILESTONES]),
  status: Type.Enum([...MILESTONE_STATUSES]),
  on: Day,
  destination: Nullable(Type.String()),
  toldBy: Nullable(Type.String()),
});
export type PlannedStep = Static<typeof PlannedStep>;

/** A court or an office that is to be told, and whether it may be. */
export const CourtReport = Type.Object({
  /** Of the entry that says so. */
  dutyId: Type.String(),
  to: Type.String(),
  officer: Nullable(Type.String()),
  address: Nullable(Type.String()),
  every: Type.Enum([...REPORT_INTERVALS]),
  /** `null`: none is asked for any more. */
  dueOn: Nullable(Day),
  /** The day the last one was made; `null`: none was. */
  lastOn: Nullable(Day),
  /** Of which days one of today tells. */
  from: Day,
  until: Day,
  ...covered,
});
export type CourtReport = Static<typeof CourtReport>;

export const ClientDisclosures = Type.Object({
  asOf: Instant,
  /** Of three years (42 CFR 2.25), newest first. */
  disclosures: Type.Array(Disclosure),
  /** Of the same time. */
  refusals: Type.Array(RefusedDisclosure),
  /** Whether a payer may be sent the packet it asks for; exactly one of consent and refusal is `null`. */
  utilizationReview: Type.Object({
    payer: Nullable(Type.String()),
    /** Minutes of a day from which the payer counts it. */
    dayMinutes: Type.Integer(),
    consent: Nullable(DisclosureConsent),
    /** Why nothing may be sent, and what would change that. */
    refusal: Nullable(Type.String()),
  }),
  handOff: Type.Object({
    /** Who is known to come next, and whom a consent for treatment names. */
    recipients: Type.Array(Recipient),
    /** What tells the client from others of the name, and where they are called. */
    birthDate: Nullable(Day),
    phones: Type.Array(Type.String()),
    /** How the client may be contacted, as it was written down last; `null`: nobody wrote it. */
    contactRules: Nullable(ContactRules),
    /** What of the aftercare plan a sheet may say. */
    plan: Type.Array(PlanContent),
    /** Of the last stay; the last that stands of each milestone. */
    steps: Type.Array(PlannedStep),
    /** The stay that an entry of a milestone is of. */
    episodeId: Nullable(Type.String()),
  }),
  /** What is due first comes first. */
  courtReports: Type.Array(CourtReport),
});
export type ClientDisclosures = Static<typeof ClientDisclosures>;

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const parts = <T extends string>(of: readonly T[]) =>
  Type.Array(Type.Enum([...of]), { minItems: 1, uniqueItems: true });
const sent = { id: Id, recipient: Words(200), address: Words(300) };

/** Sent twice under one id, it is kept once. What is disclosed and why follow from the kind. */
export const NewDisclosure = Type.Union([
  Type.Object({
    ...sent,
    kind: Type.Literal('utilization-review'),
    /** What was on the paper. */
    what: parts(UTILIZATION_REVIEW_PARTS),
  }),
  Type.Object({ ...sent, kind: Type.Literal('hand-off'), what: parts(HAND_OFF_PARTS) }),
  Type.Object({
    ...sent,
    kind: Type.Literal('court-report'),
    what: parts(COURT_REPORT_PARTS),
    /** The entry that says it is to be made; the recipient is its court. */
    dutyId: Id,
  }),
]);
export type NewDisclosure = Static<typeof NewDisclosure>;

/** One line of the log of a program: what left, or was refused. */
export const LoggedDisclosure = Type.Object({
  id: Type.String(),
  client: Type.Object({ id: Type.String(), familyName: Type.String(), givenName: Type.String() }),
  kind: DisclosureKind,
  recipient: Type.String(),
  address: Nullable(Type.String()),
  purpose: Nullable(Type.String()),
  what: Type.Array(Type.String()),
  consentId: Nullable(Type.String()),
  /** Why nothing left; `null` of what did. */
  refusal: Nullable(Type.String()),
  by: Type.String(),
  at: Instant,
});
export type LoggedDisclosure = Static<typeof LoggedDisclosure>;

export const DisclosureQuery = Type.Object(
  {
    /** What left, or what was refused; else both. */
    show: Type.Optional(Type.Union([Type.Literal('disclosed'), Type.Literal('refused')])),
    kind: Type.Optional(DisclosureKind),
    /** Of these days, by the clock of the reader's site. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type DisclosureQuery = Static<typeof DisclosureQuery>;

export const DisclosureLog = Type.Object({
  asOf: Instant,
  /** Of what was asked for, whether shown or not. */
  disclosed: Type.Integer(),
  refused: Type.Integer(),
  /** Newest first; at most 500. */
  lines: Type.Array(LoggedDisclosure),
});
export type DisclosureLog = Static<typeof DisclosureLog>;
