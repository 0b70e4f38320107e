import type { Day } from '../calendar/calendar-day.ts';
import { PROGRAM_DEFAULTS, type ProgramDefaults } from './program-defaults.ts';
import type { SettingId } from './setting.ts';
import type { SettingValue } from './setting-value.ts';

/**
 * The rules that hold on a day: what the program set for itself, else what the organization set, else
 * the default. Of values the one whose day came last; of two from the same day, the one set later.
 * `programId` is `null` where the rules of the whole organization are meant.
 */
export function rulesAt(
  values: readonly SettingValue[],
  programId: string | null,
  day: Day,
): ProgramDefaults {
  const rules = { ...PROGRAM_DEFAULTS };
  for (const [setting, { value }] of inEffect(values, programId, day)) rules[setting] = value;
  return rules;
}

/** The values in effect on a day, of each setting for which there is one. */
export function inEffect<Value extends SettingValue>(
  values: readonly Value[],
  programId: string | null,
  day: Day,
): Map<SettingId, Value> {
  const found = new Map<SettingId, Value>();
  for (const value of values) {
    if (value.withdrawn || value.effectiveOn > day) continue;
    if (value.programId !== null && value.programId !== programId) continue;
    const other = found.get(value.setting);
    if (!other || isNearer(value, other)) found.set(value.setting, value);
  }
  return found;
}

/** The program's own before the organization's, then the later day, then the later entry. */
function isNearer(one: SettingValue, other: SettingValue): boolean {
  if ((one.programId === null) !== (other.programId === null)) return one.programId !== null;
  if (one.effectiveOn !== other.effectiveOn) return one.effectiveOn > other.effectiveOn;
  return one.order > other.order;
}
