import { Type, type Static } from 'typebox';
import { CaseloadLine } from '../caseload/caseload.contract.ts';
import { Day, Instant, Nullable } from '../contract-parts.ts';
import { AllianceScore } from './alliance-score.contract.ts';
import { ClientBackground } from './background.contract.ts';
import { ClientMeasure } from './client-measure.contract.ts';
import { ClientPlan } from './plan.contract.ts';
import { ClientMedication, ClientSpecimen } from './tests-and-medication.contract.ts';
import { ClientWay } from './way.contract.ts';

export const ClientEpisode = Type.Object({
  id: Type.String(),
  /** No episode of care at the source: inferred from the sessions the client attended. */
  inferred: Type.Boolean(),
  program: Nullable(Type.String()),
  level: Nullable(Type.Object({ code: Type.String(), edition: Nullable(Type.String()) })),
  admittedOn: Day,
  /** `null` while it goes on; the last contact of one inferred that goes on no longer. */
  endedOn: Nullable(Day),
  plannedEnd: Nullable(Day),
  counselor: Nullable(Type.String()),
});
export type ClientEpisode = Static<typeof ClientEpisode>;

/** One client's place in one session, newest first in lists. */
export const ClientSession = Type.Object({
  /** Id of the record it came from, for GET /api/source-records/{id}. */
  recordId: Type.String(),
  encounterId: Nullable(Type.String()),
  startsAt: Instant,
  endsAt: Instant,
  service: Type.String(),
  kind: Type.String(),
  facilitator: Nullable(Type.String()),
  /** An attendance status, as at asOf. */
  status: Type.String(),
  walkIn: Type.Boolean(),
  scheduledMinutes: Type.Integer(),
  /** `null` while nobody has recorded them; attended sessions then assume the scheduled ones. */
  recordedMinutes: Nullable(Type.Integer()),
  /** The source says two things at once, e.g. a no-show with an encounter. */
  contradictory: Type.Boolean(),
  /** Of a missed one: what followed it, up to asOf; `null` for any other. */
  outreach: Nullable(
    Type.Object({
      /** Somebody spoke with the client, tried to, or neither is recorded. */
      result: Type.Union([
        Type.Literal('reached'),
        Type.Literal('attempted'),
        Type.Literal('none'),
      ]),
      at: Nullable(Instant),
      barrier: Nullable(Type.String()),
    }),
  ),
});
export type ClientSession = Static<typeof ClientSession>;

/** A past or current calendar week of the current episode, from the weekly rollup. */
export const ClientWeek = Type.Object({
  monday: Day,
  deliveredMinutes: Type.Integer(),
  assumedMinutes: Type.Integer(),
  prescribedMinutes: Nullable(Type.Integer()),
});
export type ClientWeek = Static<typeof ClientWeek>;

export const ClientProgress = Type.Object({
  asOf: Instant,
  clientId: Type.String(),
  familyName: Type.String(),
  givenName: Type.String(),
  recordNumber: Nullable(Type.String()),
  age: Nullable(Type.Integer()),
  timeZone: Type.String(),
  /** The caseload's line of the current episode; `null` for a former client. */
  /** Of the episode that goes on. */
  team: Nullable(Type.String()),
  line: Nullable(CaseloadLine),
  /** Newest first. */
  episodes: Type.Array(ClientEpisode),
  sessions: Type.Array(ClientSession),
  weeks: Type.Array(ClientWeek),
  background: ClientBackground,
  /** Of somebody who was never admitted: that they asked for help; else `null`. */
  request: Nullable(
    Type.Object({
      on: Nullable(Day),
      /** Who asked, or sent them; `null` where the record does not say. */
      by: Nullable(Type.String()),
      recordId: Type.String(),
    }),
  ),
  /** Of the current episode, or the last one; `null` where none is known. */
  way: Nullable(ClientWay),
  /** In the order of the instruments. */
  measures: Type.Array(ClientMeasure),
  /** Of this stay, oldest first: one a form and day, the last that was written. */
  alliance: Type.Array(AllianceScore),
  /** Oldest first. */
  specimens: Type.Array(ClientSpecimen),
  medication: ClientMedication,
  plan: ClientPlan,
});
export type ClientProgress = Static<typeof ClientProgress>;

/** The record as it came from the source, every revision kept. */
export const SourceRecord = Type.Object({
  id: Type.String(),
  source: Type.String(),
  resourceType: Type.String(),
  revisions: Type.Array(
    Type.Object({
      versionId: Nullable(Type.String()),
      lastUpdated: Nullable(Instant),
      receivedAt: Instant,
      /** Why it was held back; `null` when it was used. */
      heldBack: Nullable(Type.String()),
      /** The resource as received. */
      body: Type.String(),
    }),
  ),
});
export type SourceRecord = Static<typeof SourceRecord>;
