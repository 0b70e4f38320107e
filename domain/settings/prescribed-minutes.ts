import type { ProgramDefaults } from './program-defaults.ts';

type HoursSetting = 'outpatientHours' | 'intensiveHours' | 'highIntensityHours';
type PhaseSetting = 'firstPhaseHours' | 'secondPhaseHours' | 'thirdPhaseHours';

/** Levels of care of either edition whose hours a program may set (ASAM 1 and 1.5: outpatient). */
const SETTING_OF: ReadonlyMap<string | null, HoursSetting> = new Map([
  ['1', 'outpatientHours'],
  ['1.0', 'outpatientHours'],
  ['1.5', 'outpatientHours'],
  ['2.1', 'intensiveHours'],
  ['2.5', 'highIntensityHours'],
]);

/** Phases are of intensive outpatient treatment: other levels prescribe the same all through. */
const PHASED_LEVEL = '2.1';
const SETTING_OF_PHASE: ReadonlyMap<number | null, PhaseSetting> = new Map([
  [1, 'firstPhaseHours'],
  [2, 'secondPhaseHours'],
  [3, 'thirdPhaseHours'],
]);

/**
 * Minutes a week that a program prescribes where a client's plan does not say: in a phase of the plan,
 * else at the level of care; `null` where the program has not said either: not known is not zero.
 */
export function prescribedMinutes(
  rules: ProgramDefaults,
  levelCode: string | null,
  phase: number | null = null,
): number | null {
  const ofPhase = levelCode === PHASED_LEVEL ? SETTING_OF_PHASE.get(phase) : undefined;
  const ofLevel = SETTING_OF.get(levelCode);
  const hours = (ofPhase ? rules[ofPhase] : null) ?? (ofLevel ? rules[ofLevel] : null);
  return hours === null ? null : hours * 60;
}
