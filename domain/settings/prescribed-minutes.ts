import type { ProgramDefaults } from './program-defaults.ts';

type HoursSetting = 'outpatientHours' | 'intensiveHours' | 'highIntensityHours';

/** Levels of care of either edition whose hours a program may set (ASAM 1 and 1.5: outpatient). */
const SETTING_OF: ReadonlyMap<string | null, HoursSetting> = new Map([
  ['1', 'outpatientHours'],
  ['1.0', 'outpatientHours'],
  ['1.5', 'outpatientHours'],
  ['2.1', 'intensiveHours'],
  ['2.5', 'highIntensityHours'],
]);

/**
 * Minutes a week that a program prescribes at a level of care where a client's plan does not say;
 * `null` where the program has not said either: not known is not zero.
 */
export function prescribedMinutes(rules: ProgramDefaults, levelCode: string | null): number | null {
  const setting = SETTING_OF.get(levelCode);
  const hours = setting ? rules[setting] : null;
  return hours === null ? null : hours * 60;
}
