import type { Day } from '#domain/calendar/calendar-day';
import { PROGRAM_DEFAULTS } from '#domain/settings/program-defaults';
import { inEffect } from '#domain/settings/rules-at';
import type { Setting, SettingId } from '#domain/settings/setting';
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
  /** What holds from a later day, and what programs have of their own. */
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
        ...aheadInWords(own, null, today, words),
        ...programs.flatMap((program) => {
          const its = inEffect(own, program.id, today).get(id);
          const now = its?.programId
            ? [
                `${nameOf(program)}: ${words(its.value)}, since ${dayWords(its.effectiveOn, today)}.`,
              ]
            : [];
          return [...now, ...aheadInWords(own, program, today, words)];
        }),
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

function aheadInWords(
  own: readonly { programId: string | null; effectiveOn: Day; value: number; order: number }[],
  program: Program | null,
  today: Day,
  words: (value: number) => string,
): string[] {
  const ahead = own.filter(
    ({ programId, effectiveOn }) => programId === (program?.id ?? null) && effectiveOn > today,
  );
  const latest = new Map(
    ahead.toSorted((a, b) => a.order - b.order).map((entry) => [entry.effectiveOn, entry]),
  );
  return [...latest.values()]
    .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
    .map(({ effectiveOn, value }) => {
      const when = `from ${dayWords(effectiveOn, today)}: ${words(value)}.`;
      return program ? `${nameOf(program)}, ${when}` : `F${when.slice(1)}`;
    });
}

/** The newest place in the journal of a setting and program: what somebody knows who sees these. */
export const newestOrder = (
  entries: readonly SettingEntry[],
  setting: SettingId,
  programId: string | null,
): number =>
  Math.max(
    0,
    ...entries
      .filter((entry) => entry.setting === setting && entry.programId === programId)
      .map(({ order, withdrawn }) => withdrawn?.order ?? order),
  );
