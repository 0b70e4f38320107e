import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable } from '../contract-parts.ts';
import { AftercareMilestone } from './entries/aftercare-milestone.ts';
import { BarrierNamed, BarrierResolved } from './entries/barrier-named.ts';
import { CaseNote } from './entries/case-note.ts';
import { CourtReportDuty } from './entries/court-report-duty.ts';
import { DimensionsAssessed } from './entries/dimensions-assessed.ts';
import { FamilySession } from './entries/family-session.ts';
import { MeetingsAttended } from './entries/meetings-attended.ts';
import { PhaseMoved } from './entries/phase-moved.ts';
import { PlanContentWritten } from './entries/plan-content.ts';
import { PlannedDischarge } from './entries/planned-discharge.ts';
import { ScoreReviewed } from './entries/score-review.ts';
import { SkillsPractised } from './entries/skills-practised.ts';
import { WorkingAlliance } from './entries/working-alliance.ts';

/** Each kind of entry, with what one says: another kind is a file beside these, and a line here. */
export const ENTRY_KINDS = {
  'case-note': CaseNote,
  'score-review': ScoreReviewed,
  phase: PhaseMoved,
  'planned-discharge': PlannedDischarge,
  barrier: BarrierNamed,
  'barrier-resolved': BarrierResolved,
  'skills-practised': SkillsPractised,
  meetings: MeetingsAttended,
  'family-session': FamilySession,
  'aftercare-milestone': AftercareMilestone,
  'plan-content': PlanContentWritten,
  dimensions: DimensionsAssessed,
  'working-alliance': WorkingAlliance,
  'court-report': CourtReportDuty,
} as const;
export type EntryKind = keyof typeof ENTRY_KINDS;
export type Says<K extends EntryKind> = Static<(typeof ENTRY_KINDS)[K]>;

/** Words of an entry, as the schema of its kind has them: which one, only the kind tells. */
const AnySays = Type.Object({}, { additionalProperties: true });
const Kind = Type.Enum(Object.keys(ENTRY_KINDS) as EntryKind[]);

/** What somebody wrote about a client, as it stands. */
export const ClientEntry = Type.Object({
  id: Id,
  kind: Kind,
  says: AnySays,
  by: Type.String(),
  at: Instant,
  /** Of which stay it is; `null`: of the client, whichever stay it is. */
  episodeId: Nullable(Id),
  /**
   * What the source says by now, in words, where that is neither what the entry was based on nor what it
   * says: the entry counts until somebody has looked.
   */
  sourceSays: Nullable(Type.String()),
});
type Typed<E, K extends EntryKind> = K extends EntryKind
  ? Omit<E, 'kind' | 'says'> & { kind: K; says: Says<K> }
  : never;
/** Of one kind, or of any. */
export type ClientEntry<K extends EntryKind = EntryKind> = Typed<Static<typeof ClientEntry>, K>;

/** Sent twice under one id, it is kept once. */
export const NewClientEntry = Type.Object(
  {
    id: Id,
    kind: Kind,
    says: AnySays,
    /** Of a kind that is of one stay: of which. */
    episodeId: Type.Optional(Nullable(Id)),
    /** Of a kind of which the last one counts: the one that its writer saw stand. */
    seen: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
);
export type NewClientEntry<K extends EntryKind = EntryKind> = Typed<
  Static<typeof NewClientEntry>,
  K
>;

export const ClientEntries = Type.Object({
  asOf: Instant,
  clientId: Id,
  /** Newest first. */
  entries: Type.Array(ClientEntry),
});
export type ClientEntries = Omit<Static<typeof ClientEntries>, 'entries'> & {
  entries: ClientEntry[];
};

/** Of these the last one counts: who writes has to have seen it. */
export const LAST_ONE_COUNTS: ReadonlySet<EntryKind> = new Set(['phase', 'planned-discharge']);
