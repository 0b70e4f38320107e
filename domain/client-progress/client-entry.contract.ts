import { Type, type Static } from 'typebox';
import { CaseNote } from './entries/case-note.ts';
import { ScoreReviewed } from './entries/score-review.ts';

const Instant = Type.String({ format: 'date-time' });
const Id = Type.String({ format: 'uuid' });

/** Each kind of entry, with what one says: another kind is a file beside these, and a line here. */
export const ENTRY_KINDS = {
  'case-note': CaseNote,
  'score-review': ScoreReviewed,
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
});
type Typed<E, K extends EntryKind> = K extends EntryKind
  ? Omit<E, 'kind' | 'says'> & { kind: K; says: Says<K> }
  : never;
/** Of one kind, or of any. */
export type ClientEntry<K extends EntryKind = EntryKind> = Typed<Static<typeof ClientEntry>, K>;

/** Sent twice under one id, it is kept once. */
export const NewClientEntry = Type.Object(
  { id: Id, kind: Kind, says: AnySays },
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
