import { Type, type Static } from 'typebox';
import { FollowUpSaid } from '../aftercare/follow-up-said.contract.ts';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { ContactRules } from './contact-rules.contract.ts';

/** How somebody tried to reach a client. */
export const ContactMode = Type.Union([
  Type.Literal('phone'),
  Type.Literal('text'),
  Type.Literal('voicemail'),
  Type.Literal('letter'),
  Type.Literal('visit'),
  Type.Literal('email'),
  Type.Literal('message'),
  Type.Literal('video'),
]);
export type ContactMode = Static<typeof ContactMode>;

/** What came of it. Two-way are `reached` and `declined`; the others are attempts. */
export const ContactResult = Type.Union([
  Type.Literal('reached'),
  Type.Literal('declined'),
  Type.Literal('message-left'),
  Type.Literal('sent'),
  Type.Literal('not-reached'),
]);
export type ContactResult = Static<typeof ContactResult>;

/** What kept the client away, by their own word. */
export const Barrier = Type.Union([
  Type.Literal('schedule'),
  Type.Literal('transport'),
  Type.Literal('childcare'),
  Type.Literal('illness'),
  Type.Literal('use'),
  Type.Literal('other'),
]);
export type Barrier = Static<typeof Barrier>;

const written = {
  /** When it took place. */
  at: Instant,
  mode: ContactMode,
  result: ContactResult,
  barrier: Nullable(Barrier),
  nextStep: Nullable(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
  nextStepOn: Nullable(Day),
  /** Somebody who stands by the client, by their record; absent or `null`: the client. */
  withSupport: Type.Optional(Nullable(Id)),
  /** Where no recorded consent lets that person know anything: the client was asked first, and agreed. */
  askedFirst: Type.Optional(Type.Boolean()),
  /** Of somebody who has left: what the script says, and what came of the offer; absent or `null`: no follow-up. */
  followUp: Type.Optional(Nullable(FollowUpSaid)),
};

/** As it is written down. Its id is made where it is written: sent twice, it is kept once. */
export const NewContact = Type.Object(
  { id: Id, clientId: Id, ...written, /** The entry that it puts right. */ corrects: Nullable(Id) },
  { additionalProperties: false },
);
export type NewContact = Static<typeof NewContact>;

/** What was written turns out to be of nobody, or never to have been: it stays, marked as withdrawn. */
export const WithdrawnContact = Type.Object(
  { id: Id, /** The entry that is withdrawn. */ corrects: Id },
  { additionalProperties: false },
);
export type WithdrawnContact = Static<typeof WithdrawnContact>;

/** As it stands, with who wrote it and when. */
export const Contact = Type.Object({
  id: Type.String(),
  ...written,
  madeBy: Type.String(),
  madeAt: Instant,
  /** What stood before, newest first. */
  before: Type.Array(Type.Object({ ...written, madeBy: Type.String(), madeAt: Instant })),
});
export type Contact = Static<typeof Contact>;

/** What became of the outreach after a miss (domain/outreach/outreach-after). */
export const OutreachState = Type.Union([
  Type.Literal('in-time'),
  Type.Literal('late'),
  Type.Literal('not-made'),
  Type.Literal('open'),
  Type.Literal('back-first'),
  Type.Literal('not-known'),
]);
export type OutreachState = Static<typeof OutreachState>;

/** A miss, and whether somebody reached out after it. */
export const MissOutreach = Type.Object({
  recordId: Type.String(),
  /** The scheduled start: the clock runs from here. */
  startsAt: Instant,
  service: Type.String(),
  status: Type.Union([Type.Literal('no-show'), Type.Literal('client-cancelled')]),
  state: OutreachState,
  dueAt: Instant,
  /** Of the first attempt; `null` while there is none. */
  attemptAt: Nullable(Instant),
  /** Made on the day of the miss, on the calendar of the site. */
  sameDay: Type.Boolean(),
});
export type MissOutreach = Static<typeof MissOutreach>;

export const SupportContact = Type.Object({
  recordId: Id,
  familyName: Type.String(),
  givenName: Type.String(),
  relationship: Nullable(Type.String()),
  /** In force; `null`: none is recorded, or one is refused. */
  consent: Nullable(Type.Object({ until: Nullable(Day) })),
});
export type SupportContact = Static<typeof SupportContact>;

/** 'Was outreach made after each no-show?' of one client, and how they can be reached. */
export const ClientOutreach = Type.Object({
  asOf: Instant,
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  timeZone: Type.String(),
  /** As the source gives them; none is 'not recorded'. */
  phones: Type.Array(Type.String()),
  /** In years; `null`: no day of birth is recorded. */
  age: Nullable(Type.Integer()),
  /** Who stands by them, and whether a consent in force lets that person know anything. */
  support: Type.Array(SupportContact),
  /** What the record says of how they may be contacted, word by word. */
  contactNotes: Type.Array(Type.Object({ words: Type.String(), recordId: Type.String() })),
  /** What staff wrote down of it: the first holds, the others stood before. */
  contactRules: Type.Array(ContactRules),
  /** The program's own: the hours are of the client's site, and the last is not one of them. */
  calling: Type.Object({
    fromHour: Type.Integer(),
    toHour: Type.Integer(),
    /** Attempts of today, and how many there may be. */
    attemptsToday: Type.Integer(),
    mostADay: Type.Integer(),
  }),
  /** The latest session attended or talk; `null` for never. */
  lastTwoWayAt: Nullable(Instant),
  /** At least 3 attempts by 2 modes since, without an answer (program default). */
  notReached: Type.Boolean(),
  attempts: Type.Integer(),
  /** Newest first. */
  contacts: Type.Array(Contact),
  /** Newest first. */
  misses: Type.Array(MissOutreach),
  /** The day from which on outreach could be logged here; misses due before it tell nothing. */
  loggedSince: Nullable(Day),
});
export type ClientOutreach = Static<typeof ClientOutreach>;
