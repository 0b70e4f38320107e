import { Type, type Static } from 'typebox';
import { UTILIZATION_REVIEW_PARTS } from './disclosed-parts.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);
const Instant = Type.String({ format: 'date-time' });
const Day = Type.String({ format: 'date' });

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
  /** The consent that permitted it, for GET /api/source-records/{id}. */
  consentId: Nullable(Type.String()),
  by: Type.String(),
  at: Instant,
});
export type Disclosure = Static<typeof Disclosure>;

/** A consent in force that lets the payer know, as far as its record says. */
export const DisclosureConsent = Type.Object({
  recordId: Type.String(),
  startsOn: Nullable(Day),
  /** `null`: it names no end. */
  endsOn: Nullable(Day),
  /** HL7 v3 ActReason: TREAT, HPAYMT, HOPERAT … */
  purposes: Type.Array(Type.String()),
});
export type DisclosureConsent = Static<typeof DisclosureConsent>;

export const ClientDisclosures = Type.Object({
  asOf: Instant,
  /** Newest first. */
  disclosures: Type.Array(Disclosure),
  /** Whether a payer may be sent the packet it asks for; exactly one of consent and refusal is `null`. */
  utilizationReview: Type.Object({
    payer: Nullable(Type.String()),
    /** Minutes of a day from which the payer counts it. */
    dayMinutes: Type.Integer(),
    consent: Nullable(DisclosureConsent),
    /** Why nothing may be sent, and what would change that. */
    refusal: Nullable(Type.String()),
  }),
});
export type ClientDisclosures = Static<typeof ClientDisclosures>;

/** Sent twice under one id, it is kept once. What is disclosed and why follow from the kind. */
export const NewDisclosure = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.Literal('utilization-review'),
    recipient: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    address: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    /** What was on the paper. */
    what: Type.Array(Type.Enum([...UTILIZATION_REVIEW_PARTS]), { minItems: 1, uniqueItems: true }),
  },
  { additionalProperties: false },
);
export type NewDisclosure = Static<typeof NewDisclosure>;
