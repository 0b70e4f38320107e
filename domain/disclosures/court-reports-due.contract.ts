import { Type, type Static } from 'typebox';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { REPORT_STATES } from './court-reports-due.ts';
import { REPORT_INTERVALS } from './report-duty.ts';

const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** A report that a court or an office is to have next, or had lately. */
export const CourtReportLine = Type.Object({
  /** The duty and its day: the same however often it is asked. */
  key: Type.String(),
  /** The entry that says it is to be made. */
  dutyId: Type.String(),
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  counselor: Nullable(Named),
  site: Nullable(Named),
  /** On the calendar of the site. */
  today: Day,
  /** `null` while the stay goes on, and of who was never admitted. */
  endedOn: Nullable(Day),
  to: Type.String(),
  officer: Nullable(Type.String()),
  every: Type.Enum([...REPORT_INTERVALS]),
  state: Type.Enum([...REPORT_STATES]),
  /** `null` of one that was sent. */
  dueOn: Nullable(Day),
  lateDays: Type.Integer(),
  /** Until when a consent covers it; `null`: none does. */
  coveredUntil: Nullable(Day),
  /** Why nothing may be sent; `null` where something may. */
  refusal: Nullable(Type.String()),
  /** The day somebody tried in vain, since the last one. */
  refusedOn: Nullable(Day),
  sentOn: Nullable(Day),
  sentBy: Nullable(Type.String()),
});
export type CourtReportLine = Static<typeof CourtReportLine>;

export const CourtReportsQuery = Type.Object(
  {
    asOf: Type.Optional(Instant),
    counselor: Type.Optional(Id),
    site: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type CourtReportsQuery = Static<typeof CourtReportsQuery>;

export const CourtReportsDue = Type.Object({
  asOf: Instant,
  /** By the day each is due, what was sent last of all. */
  lines: Type.Array(CourtReportLine),
  /** Days for which what was sent is among them. */
  sentDays: Type.Integer(),
});
export type CourtReportsDue = Static<typeof CourtReportsDue>;
