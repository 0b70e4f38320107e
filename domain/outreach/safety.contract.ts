import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';

export const SafetyRule = Type.Union([
  Type.Literal('answer'),
  Type.Literal('death'),
  Type.Literal('medication'),
]);
export type SafetyRule = Static<typeof SafetyRule>;

/** What a clinician put down about the risk; of a possible death, whether it is confirmed. */
export const RiskLevel = Type.Union([
  Type.Literal('none'),
  Type.Literal('low'),
  Type.Literal('moderate'),
  Type.Literal('high'),
  Type.Literal('death-confirmed'),
  Type.Literal('not-deceased'),
]);
export type RiskLevel = Static<typeof RiskLevel>;

const Assessed = Type.Object({
  by: Type.String(),
  at: Instant,
  entryId: Type.String(),
  /** What was found is for those who may read the record: `null` for others. */
  riskLevel: Nullable(RiskLevel),
});

/** Open until a clinician records assessment, risk level and plan; never closed by time. */
export const SafetyTask = Type.Object({
  clientId: Type.String(),
  key: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  rule: SafetyRule,
  /** Bold part, e.g. 'PHQ-9 item 9: 1'. */
  what: Type.String(),
  evidence: Type.String(),
  aroseOn: Day,
  /** `null` where the source gives the day alone. */
  aroseAt: Nullable(Instant),
  /** When it could first be known here. */
  knownAt: Instant,
  timeZone: Type.String(),
  /** Empty for who sees that there is a task and nothing more of the client. */
  recordIds: Type.Array(Type.String()),
  counselor: Nullable(Type.String()),
  /**
   * Why the reader sees it: the client's record is theirs to read, they lead a session today, or they are
   * on call and nobody acknowledged it in time.
   */
  through: Type.Union([Type.Literal('record'), Type.Literal('session'), Type.Literal('on-call')]),
  /** Today's session with the reader, for a facilitator. */
  session: Nullable(Type.Object({ startsAt: Instant, service: Type.String() })),
  acknowledged: Nullable(Type.Object({ by: Type.String(), at: Instant })),
  /** When it goes, or went, to the person on call; `null` once acknowledged in time. */
  escalatesAt: Nullable(Instant),
  escalated: Type.Boolean(),
  /** Whom it goes to: who is on call by the rota, else who supervises the client's team. */
  onCall: Type.Array(Type.String()),
  assessed: Nullable(Assessed),
});
export type SafetyTask = Static<typeof SafetyTask>;

export const SafetyTasks = Type.Object({
  asOf: Instant,
  /** When the next one goes on to who is on call, the reader's or anybody's, or somebody else comes on call. */
  changesAt: Nullable(Instant),
  /** Escalated first, then by when they arose. */
  open: Type.Array(SafetyTask),
  /** Assessed within a day, newest first: a second person sees what the first one did. */
  assessed: Type.Array(SafetyTask),
});
export type SafetyTasks = Static<typeof SafetyTasks>;

const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });
const ofSignal = {
  id: Id,
  clientId: Id,
  key: Type.String({ minLength: 1, maxLength: 160 }),
};

/** Each act says its own; what belongs to another is not read. */
export const NewSafetyEntry = Type.Union([
  Type.Object({ ...ofSignal, act: Type.Literal('acknowledged') }),
  Type.Object({
    ...ofSignal,
    act: Type.Literal('assessed'),
    assessment: Words,
    riskLevel: RiskLevel,
    plan: Words,
  }),
  Type.Object({ ...ofSignal, act: Type.Literal('reopened') }),
]);
export type NewSafetyEntry = Static<typeof NewSafetyEntry>;

/** What somebody needs who must act now. Whatever is null or empty is not in the source's record. */
export const CrisisParticulars = Type.Object({
  asOf: Instant,
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  timeZone: Type.String(),
  phones: Type.Array(Type.String()),
  address: Nullable(Type.String()),
  /** Sources of scheduling data carry none as such: flags and goals that say so, word by word. */
  crisisPlan: Type.Array(Type.Object({ words: Type.String(), recordId: Type.String() })),
  /** Whom a consent that holds today permits to be told; those without one are not named. */
  contacts: Type.Array(
    Type.Object({
      familyName: Type.String(),
      givenName: Type.String(),
      relationship: Nullable(Type.String()),
      phones: Type.Array(Type.String()),
      /** The consent, and its last day. */
      consentId: Type.String(),
      consentEndsOn: Nullable(Day),
      recordId: Type.String(),
    }),
  ),
  /** Support people whom no consent permits to be told. */
  withoutConsent: Type.Integer(),
  /** Today's bookings. */
  today: Type.Array(
    Type.Object({
      startsAt: Instant,
      endsAt: Instant,
      service: Type.String(),
      site: Nullable(Type.String()),
      /** By the class of the encounter, so that it is known once the client has come; a booking does not say. */
      telehealth: Type.Boolean(),
      status: Type.String(),
    }),
  ),
});
export type CrisisParticulars = Static<typeof CrisisParticulars>;
