import { Type, type Static } from 'typebox';
import { Instant, Nullable } from '../contract-parts.ts';

export const SyncRun = Type.Object({
  id: Type.String(),
  startedAt: Instant,
  /** `null` while it goes on. */
  endedAt: Nullable(Instant),
  outcome: Type.Union([Type.Literal('running'), Type.Literal('succeeded'), Type.Literal('failed')]),
  /** In plain words, with what to do when it failed. */
  message: Type.String(),
  received: Type.Integer(),
  changed: Type.Integer(),
  heldBack: Type.Integer(),
});
export type SyncRun = Static<typeof SyncRun>;

export const DataSource = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  simulated: Type.Boolean(),
  state: Type.Union([
    Type.Literal('up-to-date'),
    Type.Literal('reading'),
    Type.Literal('late'),
    Type.Literal('not-read'),
  ]),
  /** The source's state that the figures rest on: the watermark of the last complete read. */
  asOf: Nullable(Instant),
  /** False while years behind the current weeks are still being read. */
  historyComplete: Type.Boolean(),
  lastRun: Nullable(SyncRun),
  nextRunAt: Nullable(Instant),
  resources: Type.Integer(),
  heldBack: Type.Integer(),
});
export type DataSource = Static<typeof DataSource>;

/** What came of one resource type, and what could be used. */
export const ResourceCount = Type.Object({
  resourceType: Type.String(),
  received: Type.Integer(),
  used: Type.Integer(),
  heldBack: Type.Integer(),
  /** Entered in error: known, and rightly not used. */
  setAside: Type.Integer(),
});
export type ResourceCount = Static<typeof ResourceCount>;

export const HeldBack = Type.Object({
  resourceType: Type.String(),
  reason: Type.String(),
  /** What it keeps out of the figures. */
  effect: Type.String(),
  count: Type.Integer(),
  since: Instant,
  /** A few, newest first; ids for GET /api/source-records/{id}. */
  recordIds: Type.Array(Type.String()),
});
export type HeldBack = Static<typeof HeldBack>;

export const DataSources = Type.Object({
  /** The clinic's now. */
  now: Instant,
  sources: Type.Array(DataSource),
  counts: Type.Array(ResourceCount),
  heldBack: Type.Array(HeldBack),
  runs: Type.Array(SyncRun),
});
export type DataSources = Static<typeof DataSources>;

/** Answered without a sign-in: says how far the server is, never what it holds. */
export const Health = Type.Object({
  status: Type.Union([Type.Literal('starting'), Type.Literal('ready'), Type.Literal('degraded')]),
  version: Type.String(),
  /** The clinic's now. */
  now: Instant,
  sync: Nullable(
    Type.Object({
      message: Type.String(),
      /** The clinic's instant that what is shown rests on. */
      asOf: Nullable(Instant),
      historyComplete: Type.Boolean(),
      /** Why it is late; `null` when it is not. */
      lateBecause: Nullable(Type.String()),
    }),
  ),
});
export type Health = Static<typeof Health>;

/** A server-sent event: what changed, by opaque id only. */
export const ChangeEvent = Type.Object({
  topic: Type.Union([
    Type.Literal('settings'),
    Type.Literal('caseload'),
    /** What staff say of attendance: a change of process, a capacity. Of no client. */
    Type.Literal('attendance'),
    Type.Literal('client'),
    /** What somebody did about a task, or who covers whom; of a client, or of none. */
    Type.Literal('tasks'),
    Type.Literal('data-sources'),
  ]),
  ids: Type.Array(Type.String()),
});
export type ChangeEvent = Static<typeof ChangeEvent>;
