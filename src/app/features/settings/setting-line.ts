import type { Day } from '#domain/calendar/calendar-day';
import { isSamePayer, payerKey } from '#domain/payer/payer-key';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { inEffect } from '#domain/settings/rules-at';
import type { Setting, SettingId } from '#domain/settings/setting';
import type { SettingValue } from '#domain/settings/setting-value';
import type { SettingEntry, Settings } from '#domain/settings/settings.contract';
import { SETTING_IDS, SETTINGS } from '#domain/settings/settings';
import { valueInWords } from '#domain/settings/value-in-words';
import { dayWords } from './day-words';

/** A rule as its line shows it. */
export interface SettingLine {
  id: SettingId;
  setting: Setting;
  /** The sentence around the value. */
  before: string;
  value: string;
  after: string;
  /** Since when; or 'the default', or, where there is none, 'not set'. */
  since: string;
  by: string;
  isDefault: boolean;
  default: string;
  /** What holds from a later day, and what programs and payers have of their own. */
  besides: string[];
  /** All that was ever set of it, the newest first. */
  entries: SettingEntry[];
}

/** Every rule there is, with what holds today. */
export function settingLines({ entries, programs, today }: Settings): SettingLine[] {
  const standing = entries
    .filter(({ withdrawn }) => !withdrawn)
    .map((entry) => ({ ...entry, withdrawn: false }));
  const ofOrganization = inEffect(standing, null, today);
  return SETTING_IDS.map((id) => {
    const setting = SETTINGS[id];
    const words = (value: number | null): string => valueInWords(value, setting.unit);
    const current = ofOrganization.get(id);
    const [before = '', after = ''] = setting.sentence.split('{value}');
    const own = standing.filter((entry) => entry.setting === id);
    return {
      id,
      setting,
      before,
      value: words(current?.value ?? PROGRAM_DEFAULTS[id]),
      after,
      since: current ? `since ${dayWords(current.effectiveOn, today)}` : unset(id),
      by: current ? `set by ${current.by}` : '',
      isDefault: !current,
      default: PROGRAM_DEFAULTS[id] === null ? 'none' : words(PROGRAM_DEFAULTS[id]),
      besides: [
        ...aheadInWords(own, EVERYBODY, today, words),
        ...[...programs.map(ownProgram), ...payersIn(own)].flatMap((owner) => [
          ...nowInWords(own, owner, today, words),
          ...aheadInWords(own, owner, today, words),
        ]),
      ],
      entries: entries.filter((entry) => entry.setting === id),
    };
  });
}

const unset = (id: SettingId): string =>
  PROGRAM_DEFAULTS[id] === null ? 'not set' : 'the default';

type Program = Settings['programs'][number];

/** 'Day IOP, Harbor Street': several sites may have programs of one name. */
export const nameOf = ({ name, site }: Program): string => (site ? `${name}, ${site}` : name);

/** For whom a value holds. */
interface Owner {
  name: string;
  programId: string | null;
  payer: string | null;
}

const EVERYBODY: Owner = { name: '', programId: null, payer: null };

const ownProgram = (program: Program): Owner => ({
  name: nameOf(program),
  programId: program.id,
  payer: null,
});

/** Payers of which a value was set, by name. */
const payersIn = (own: readonly SettingValue[]): Owner[] =>
  [
    ...new Map(
      own.flatMap(({ payer }) => (payer ? [[payerKey(payer), payer] as const] : [])),
    ).values(),
  ]
    .sort((a, b) => a.localeCompare(b))
    .map((payer) => ({ name: payer, programId: null, payer }));

const isOf = (
  one: Pick<SettingEntry, 'programId' | 'payer'>,
  other: Pick<SettingEntry, 'programId' | 'payer'>,
): boolean => one.programId === other.programId && isSamePayer(one.payer, other.payer);

/** What one of them has of its own today. */
function nowInWords(
  own: readonly SettingValue[],
  owner: Owner,
  today: Day,
  words: (value: number) => string,
): string[] {
  const held = [
    ...inEffect(
      own.filter((entry) => isOf(entry, owner)),
      owner.programId,
      today,
      owner.payer,
    ).values(),
  ];
  return held.map(
    ({ value, effectiveOn }) =>
      `${owner.name}: ${words(value)}, since ${dayWords(effectiveOn, today)}.`,
  );
}

function aheadInWords(
  own: readonly SettingValue[],
  owner: Owner,
  today: Day,
  words: (value: number) => string,
): string[] {
  const ahead = own.filter((entry) => isOf(entry, owner) && entry.effectiveOn > today);
  const latest = new Map(
    ahead.toSorted((a, b) => a.order - b.order).map((entry) => [entry.effectiveOn, entry]),
  );
  return [...latest.values()]
    .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
    .map(({ effectiveOn, value }) => {
      const when = `from ${dayWords(effectiveOn, today)}: ${words(value)}.`;
      return owner.name ? `${owner.name}, ${when}` : `F${when.slice(1)}`;
    });
}

/** The newest place in the journal of a setting and whom it is for: what somebody knows who sees these. */
export const newestOrder = (
  entries: readonly SettingEntry[],
  asked: Pick<SettingEntry, 'setting' | 'programId' | 'payer'>,
): number =>
  Math.max(
    0,
    ...entries
      .filter((entry) => entry.setting === asked.setting && isOf(entry, asked))
      .map(({ order, withdrawn }) => withdrawn?.order ?? order),
  );
