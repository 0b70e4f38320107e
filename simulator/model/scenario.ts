import { calendarDay } from './calendar-day.ts';
import type { TherapyGroup } from './therapy-group.ts';

export const SCENARIO_NAMES = [
  'as-usual',
  'one-track-retains-worse',
  'one-site-stops-recording',
  'one-group-loses-people',
  'nothing-differs',
] as const;

export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** What is true of this clinic beyond chance, so that whoever looks for it can be checked. */
export interface Scenario {
  name: ScenarioName;
  /** Where people leave within weeks who would have stayed: whom, from when, how many. */
  losing: { isWhere: (group: TherapyGroup) => boolean; fromDay: number; share: number } | null;
  /** Where sessions are no longer recorded. */
  unrecorded: { site: number; fromDay: number; share: number } | null;
  /** Whether weekday, hour, time in treatment, group, site and staff make no difference at all. */
  alike: boolean;
}

const AS_USUAL: Omit<Scenario, 'name'> = { losing: null, unrecorded: null, alike: false };
const LOSING_GROUP = 3;
const RECORDING_SITE = 2;

const SCENARIOS: Record<ScenarioName, Omit<Scenario, 'name'>> = {
  'as-usual': AS_USUAL,
  'one-track-retains-worse': {
    ...AS_USUAL,
    losing: { isWhere: ({ unit }) => unit.track === 'evening', fromDay: 0, share: 0.4 },
  },
  'one-site-stops-recording': {
    ...AS_USUAL,
    unrecorded: { site: RECORDING_SITE, fromDay: calendarDay('2026-10-05'), share: 0.75 },
  },
  'one-group-loses-people': {
    ...AS_USUAL,
    losing: {
      isWhere: ({ index }) => index === LOSING_GROUP,
      fromDay: calendarDay('2026-05-04'),
      share: 0.65,
    },
  },
  'nothing-differs': { ...AS_USUAL, alike: true },
};

export function scenario(name: ScenarioName): Scenario {
  return { name, ...SCENARIOS[name] };
}
