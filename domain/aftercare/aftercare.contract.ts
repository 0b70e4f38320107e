import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { AFTERCARE_STAGES } from './aftercare-stage.ts';
import { MILESTONES, MILESTONE_STATUSES } from './milestone.ts';

/** One step between two levels of care, as far as it has come. */
export const AftercareMilestone = Type.Object({
  id: Type.Enum([...MILESTONES]),
  status: Type.Enum([...MILESTONE_STATUSES]),
  /** When it happened; of an appointment its day. */
  on: Nullable(Day),
  /** By which day it is to be there; `null`: nothing says. */
  due: Nullable(Day),
  /** 0: not late, or an answer is there. */
  lateDays: Type.Integer(),
  /** Who wrote it down; `null` of what the source says. */
  by: Nullable(Type.String()),
  /** For GET /api/source-records/{id}; `null` of what was written here. */
  recordId: Nullable(Type.String()),
  /** What staff wrote, which can be withdrawn. */
  entryId: Nullable(Type.String()),
  toldBy: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type AftercareMilestone = Static<typeof AftercareMilestone>;

const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** A client between two levels of care. */
export const AftercareCard = Type.Object({
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  episodeId: Type.String(),
  counselor: Nullable(Named),
  site: Nullable(Named),
  timeZone: Type.String(),
  /** On the calendar of the site. */
  today: Day,
  admittedOn: Day,
  plannedEnd: Nullable(Day),
  endedOn: Nullable(Day),
  /** Days to discharge, negative since; `null`: no day is planned. */
  daysTo: Nullable(Type.Integer()),
  /** Away: nothing is late meanwhile. */
  onHold: Type.Boolean(),
  talkedSinceEnd: Type.Boolean(),
  /** The follow-up that is open, else the first to come; `null`: none is left, or the stay goes on. */
  followUp: Nullable(
    Type.Object({
      name: Type.String(),
      tryOn: Day,
      isOpen: Type.Boolean(),
      lateDays: Type.Integer(),
    }),
  ),
  /** Days after discharge for which it stays where its facts put it. */
  openDays: Type.Integer(),
  stage: Type.Enum([...AFTERCARE_STAGES]),
  destination: Nullable(Type.String()),
  /** The first appointment after discharge. */
  appointmentOn: Nullable(Day),
  /** The first appointment was missed that day, and there is no later one. */
  missedOn: Nullable(Day),
  /** All of them, in order. */
  milestones: Type.Array(AftercareMilestone),
  /** The one that is missing next. */
  next: Nullable(Type.Enum([...MILESTONES])),
});
export type AftercareCard = Static<typeof AftercareCard>;

/** What is late, a coming discharge without a date, a first appointment that was missed. */
export const AftercareConcern = Type.Enum(['late', 'unbooked', 'missed']);
export type AftercareConcern = Static<typeof AftercareConcern>;

export const AftercareQuery = Type.Object(
  {
    asOf: Type.Optional(Instant),
    counselor: Type.Optional(Id),
    site: Type.Optional(Id),
    destination: Type.Optional(Type.String({ maxLength: 200 })),
    show: Type.Optional(AftercareConcern),
  },
  { additionalProperties: false },
);
export type AftercareQuery = Static<typeof AftercareQuery>;

export const Aftercare = Type.Object({
  asOf: Instant,
  /** Of everybody whom the filter names, whatever of it is shown. */
  summary: Type.Object({
    clients: Type.Integer(),
    late: Type.Integer(),
    missed: Type.Integer(),
    /** Clients who leave in the days ahead that are looked at, and those of them without a date after it. */
    leaving: Type.Integer(),
    unbooked: Type.Integer(),
    /** The last day that is looked at, from the day it is now. */
    leavingDays: Type.Integer(),
  }),
  /** The most urgent first (domain/aftercare/aftercare-order). */
  cards: Type.Array(AftercareCard),
  /** Of whom nothing is open, by stage, of the discharges that are looked at. */
  closed: Type.Object({ complete: Type.Integer(), noContact: Type.Integer() }),
  choices: Type.Object({
    counselors: Type.Array(Named),
    sites: Type.Array(Named),
    destinations: Type.Array(Type.String()),
  }),
});
export type Aftercare = Static<typeof Aftercare>;
