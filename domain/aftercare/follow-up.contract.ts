import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { Figure } from '../measures/figure.contract.ts';
import { MeasureDefinition } from '../measures/measures.contract.ts';
import { ContactMode, ContactResult } from '../outreach/contact.contract.ts';
import { ContactRules } from '../outreach/contact-rules.contract.ts';
import { FollowUpSaid } from './follow-up-said.contract.ts';
import { FOLLOW_UP_STATUSES } from './follow-up.ts';
import { FOLLOW_UP_OWNERS, FOLLOW_UP_QUESTIONS } from './follow-up-words.ts';

const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** A contact of the log within the window. */
export const FollowUpTry = Type.Object({
  id: Type.String(),
  at: Instant,
  mode: ContactMode,
  result: ContactResult,
  by: Type.String(),
  followUp: Nullable(FollowUpSaid),
});
export type FollowUpTry = Static<typeof FollowUpTry>;

/** One follow-up of one discharge. */
export const FollowUpLine = Type.Object({
  /** The stay and the follow-up: the same however often it is asked. */
  key: Type.String(),
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  episodeId: Type.String(),
  counselor: Nullable(Named),
  site: Nullable(Named),
  timeZone: Type.String(),
  /** On the calendar of the site. */
  today: Day,
  endedOn: Day,
  /** Which one, as '7 days'. */
  name: Type.String(),
  due: Day,
  from: Day,
  to: Day,
  tryOn: Day,
  status: Type.Enum([...FOLLOW_UP_STATUSES]),
  isOpen: Type.Boolean(),
  lateDays: Type.Integer(),
  tries: Type.Integer(),
  modes: Type.Array(ContactMode),
  /** Oldest first. */
  contacts: Type.Array(FollowUpTry),
  /** Whose work it is: a role. */
  owner: Type.Enum([...FOLLOW_UP_OWNERS]),
  /** As the source gives them; none is 'not recorded'. */
  phones: Type.Array(Type.String()),
  /** How the client may be contacted; `null`: nobody wrote it down. */
  contactRules: Nullable(ContactRules),
});
export type FollowUpLine = Static<typeof FollowUpLine>;

export const FollowUpQuery = Type.Object(
  {
    asOf: Type.Optional(Instant),
    counselor: Type.Optional(Id),
    site: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type FollowUpQuery = Static<typeof FollowUpQuery>;

/** A rate with its definition. */
const Rate = { figure: Figure, definition: MeasureDefinition };

/** How many there are if nobody of whom it is not known is one, and if all of them are. */
const Range = Type.Object({ none: Type.Integer(), all: Type.Integer(), of: Type.Integer() });

export const FollowUpList = Type.Object({
  asOf: Instant,
  /** What is late first, then by the day it is to be tried. */
  lines: Type.Array(FollowUpLine),
  /** Days before today in which the windows ended that are counted. */
  countedDays: Type.Integer(),
  reached: Type.Object({
    ...Rate,
    range: Range,
    /** Each of them alone, in order. */
    each: Type.Array(Type.Object({ name: Type.String(), figure: Figure })),
  }),
  outcomes: Type.Array(
    Type.Object({
      question: Type.Enum([...FOLLOW_UP_QUESTIONS]),
      ...Rate,
      /** Of the clients whose follow-up was due, answered or not. */
      range: Range,
    }),
  ),
});
export type FollowUpList = Static<typeof FollowUpList>;
