import { Type, type Static } from 'typebox';
import { Flag, Urgency } from '../caseload/caseload.contract.ts';
import { Day, Id, Instant, Nullable } from '../contract-parts.ts';
import { SETTING_IDS } from './settings.ts';

const SettingId = Type.Enum(SETTING_IDS);
/** A payer by its name, as coverages have it. */
const Payer = Type.String({ minLength: 1, maxLength: 200 });

/** A value that was set, and whether it still stands. */
export const SettingEntry = Type.Object({
  id: Id,
  /** Its place in the journal, and that of its withdrawal. */
  order: Type.Integer(),
  setting: SettingId,
  /** `null`: of every program. */
  programId: Nullable(Id),
  /** `null`: of every payer. */
  payer: Nullable(Payer),
  effectiveOn: Day,
  value: Type.Number(),
  by: Type.String(),
  at: Instant,
  withdrawn: Nullable(Type.Object({ order: Type.Integer(), by: Type.String(), at: Instant })),
});
export type SettingEntry = Static<typeof SettingEntry>;

/** What an organization set; the words, ranges and defaults are `SETTINGS`. */
export const Settings = Type.Object({
  asOf: Instant,
  /** The day it is at the sites. */
  today: Day,
  programs: Type.Array(Type.Object({ id: Id, name: Type.String(), site: Nullable(Type.String()) })),
  /** Those that coverages in the record name, for who may set values; in order. */
  payers: Type.Array(Type.String()),
  /** The newest first. */
  entries: Type.Array(SettingEntry),
});
export type Settings = Static<typeof Settings>;

const Change = {
  setting: SettingId,
  programId: Nullable(Id),
  payer: Nullable(Payer),
  effectiveOn: Day,
  value: Type.Number(),
};

/** A value to hold from a day on, and what it would flag: asked before it is saved. */
export const SupposedValue = Type.Object(Change, { additionalProperties: false });
export type SupposedValue = Static<typeof SupposedValue>;

export const NewSettingValue = Type.Object(
  {
    /** Made by whoever asks: the same sent twice is set once. */
    id: Id,
    ...Change,
    /** The newest place in the journal of this setting, program and payer that was seen; 0 for none. */
    basedOn: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);
export type NewSettingValue = Static<typeof NewSettingValue>;

export const NewWithdrawal = Type.Object({ id: Id }, { additionalProperties: false });
export type NewWithdrawal = Static<typeof NewWithdrawal>;

/** A count of clients; 1 to 10 would say too much of few to who sees no client. */
const FewOrCount = Type.Union([Type.Integer(), Type.Literal('fewer than 11')]);

const Changed = { gets: FewOrCount, loses: FewOrCount };

/** What a value would change, on the records as they are today. */
export const SettingPreview = Type.Object({
  /** As if the value had held from this day on. */
  since: Day,
  /** Active clients of the organization, or of the program. */
  active: FewOrCount,
  flags: Type.Array(Type.Object({ rule: Flag.properties.rule, ...Changed })),
  groups: Type.Array(Type.Object({ urgency: Urgency, ...Changed })),
  /** Sessions since then whose outcome would read otherwise; `null` where no outcome depends on it. */
  sessions: Nullable(Type.Object({ changed: FewOrCount, of: FewOrCount })),
});
export type SettingPreview = Static<typeof SettingPreview>;
