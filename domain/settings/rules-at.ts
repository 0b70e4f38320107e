import type { Day } from '../calendar/calendar-day.ts';
import { isSamePayer } from '../payer/payer-key.ts';
import { PROGRAM_DEFAULTS, type ProgramDefaults } from './program-defaults.ts';
import type { SettingId } from './setting.ts';
import type { SettingValue } from './setting-value.ts';

/**
 * The rules that hold on a day: what was set for the payer, else what the program set for itself, else
 * what the organization set, else the default. Of values the one whose day came last; of two from the
 * same day, the one set later. `programId` is `null` where the rules of the whole organization are
 * meant, `payer` where nobody pays, or any payer is meant.
 */
export function rulesAt(
  values: readonly SettingValue[],
  programId: string | null,
  day: Day,
  payer: string | null = null,
): ProgramDefaults {
  const rules = { ...PROGRAM_DEFAULTS };
  for (const [setting, { value }] of inEffect(values, programId, day, payer))
    rules[setting] = value;
  return rules;
}

/** The values in effect on a day, of each setting for which there is one. */
export function inEffect<Value extends SettingValue>(
  values: readonly Value[],
  programId: string | null,
  day: Day,
  payer: string | null = null,
): Map<SettingId, Value> {
  const found = new Map<SettingId, Value>();
  for (const value of values) {
    if (value.withdrawn || value.effectiveOn > day) continue;
    if (value.programId !== null && value.programId !== programId) continue;
    if (value.payer !== null && !isSamePayer(value.payer, payer)) continue;
    const other = found.get(value.setting);
    if (!other || isNearer(value, other)) found.set(value.setting, value);
  }
  return found;
}

/** The nearer owner, then the later day, then the later entry. */
function isNearer(one: SettingValue, other: SettingValue): boolean {
  if (nearnessOf(one) !== nearnessOf(other)) return nearnessOf(one) > nearnessOf(other);
  if (one.effectiveOn !== other.effectiveOn) return one.effectiveOn > other.effectiveOn;
  return one.order > other.order;
}

/** A payer's own before a program's, and that before the organization's. */
function nearnessOf({ payer, programId }: SettingValue): number {
  if (payer !== null) return 2;
  return programId === null ? 0 : 1;
}
