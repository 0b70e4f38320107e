import { LEVEL_DESIGNS, PHASE_WEEKS } from './level-design.ts';
import type { Placement } from './placement.ts';

export interface Phase {
  name: string;
  startDay: number;
  /** Included. */
  endDay: number;
  daysPerWeek: number;
  hoursPerDay: number;
}

const NAMES = [
  'Phase 1: Stabilization and early recovery',
  'Phase 2: Skills and relapse prevention',
  'Phase 3: Step-down and transition',
];

export function phases({ step, startDay }: Placement): Phase[] {
  const design = LEVEL_DESIGNS[step.level];
  let from = startDay;
  return PHASE_WEEKS[step.plannedWeeks].map((weeks, index) => {
    const phaseStart = from;
    from += weeks * 7;
    return {
      name: NAMES[index],
      startDay: phaseStart,
      endDay: from - 1,
      daysPerWeek: design.daysPerWeek[index],
      hoursPerDay: design.hoursPerDay,
    };
  });
}

export function phaseOn(all: readonly Phase[], day: number): Phase {
  return all.find(({ endDay }) => day <= endDay) ?? all[all.length - 1];
}
