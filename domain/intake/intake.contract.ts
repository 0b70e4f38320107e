import { Type, type Static } from 'typebox';
import { Day, Instant, Nullable } from '../contract-parts.ts';

/** Who is admitted first where there is a wait (45 CFR 96.131(a)); `null`: no priority recorded. */
export const IntakePriority = Nullable(
  Type.Union([
    Type.Literal('pregnant-injecting'),
    Type.Literal('pregnant'),
    Type.Literal('injecting'),
  ]),
);
export type IntakePriority = Static<typeof IntakePriority>;

/** What comes next between the request and the first day, by what is recorded. */
export const IntakeStep = Type.Union([
  Type.Literal('no-assessment'),
  Type.Literal('assessment-booked'),
  Type.Literal('assessment-missed'),
  Type.Literal('assessment-not-recorded'),
  Type.Literal('assessed'),
  Type.Literal('admission-planned'),
]);
export type IntakeStep = Static<typeof IntakeStep>;

/** Somebody who asked for help and is not in care yet. */
export const WaitingClient = Type.Object({
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  recordNumber: Nullable(Type.String()),
  /** The request as received; `null` of who accepted a return to care. */
  requestId: Nullable(Type.String()),
  /** Who offered a return to care at a follow-up, which the client accepted; `null` of a request of the source. */
  offeredBy: Nullable(Type.String()),
  requestedOn: Nullable(Day),
  /** Calendar days since; `null` where the request has no date. */
  daysWaiting: Nullable(Type.Integer()),
  referredBy: Nullable(Type.String()),
  priority: IntakePriority,
  /** The records that the priority rests on. */
  priorityRecordIds: Type.Array(Type.String()),
  step: IntakeStep,
  /** Of the assessment or the admission that the step names. */
  stepAt: Nullable(Instant),
  stepOn: Nullable(Day),
  stepRecordId: Nullable(Type.String()),
  site: Nullable(Type.String()),
  timeZone: Type.String(),
});
export type WaitingClient = Static<typeof WaitingClient>;

export const IntakeQuery = Type.Object(
  { asOf: Type.Optional(Instant) },
  { additionalProperties: false },
);
export type IntakeQuery = Static<typeof IntakeQuery>;

export const IntakeList = Type.Object({
  asOf: Instant,
  /** Who comes first, as the organization's rules have it. */
  order: Type.String(),
  /** Priorities first, then who has waited longest. */
  waiting: Type.Array(WaitingClient),
});
export type IntakeList = Static<typeof IntakeList>;
