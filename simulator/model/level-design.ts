/** ASAM Criteria, 4th edition; sites that still code by the 3rd write some of them differently. */
export type Level = '3.1' | '2.5' | '2.1' | '1.5';

export interface LevelDesign {
  /** Share of those who are admitted from outside. */
  admissionShare: number;
  /** Against the stays published for intensive outpatient programs. */
  stayFactor: number;
  plannedWeeks: readonly (readonly [weeks: number, weight: number])[];
  /** Days a week in phase 1, 2 and 3. */
  daysPerWeek: readonly [number, number, number];
  hoursPerDay: number;
  individualEveryOtherWeek: boolean;
  familyShare: number;
}

export const LEVEL_DESIGNS: Record<Level, LevelDesign> = {
  // In the 4th edition 9 to 19 clinical hours a week, beside the house itself.
  '3.1': {
    admissionShare: 0.05,
    stayFactor: 1.1,
    plannedWeeks: [
      [8, 0.4],
      [12, 0.4],
      [16, 0.2],
    ],
    daysPerWeek: [5, 5, 5],
    hoursPerDay: 2,
    individualEveryOtherWeek: false,
    familyShare: 0.25,
  },
  '2.5': {
    admissionShare: 0.19,
    stayFactor: 0.6,
    plannedWeeks: [
      [4, 0.4],
      [6, 0.4],
      [8, 0.2],
    ],
    daysPerWeek: [5, 5, 5],
    hoursPerDay: 4,
    individualEveryOtherWeek: false,
    familyShare: 0.3,
  },
  '2.1': {
    admissionShare: 0.66,
    stayFactor: 1,
    plannedWeeks: [
      [8, 0.35],
      [10, 0.25],
      [12, 0.32],
      [16, 0.08],
    ],
    daysPerWeek: [4, 3, 2],
    hoursPerDay: 3,
    individualEveryOtherWeek: false,
    familyShare: 0.4,
  },
  '1.5': {
    admissionShare: 0.1,
    stayFactor: 1.2,
    plannedWeeks: [
      [8, 0.3],
      [12, 0.5],
      [16, 0.2],
    ],
    daysPerWeek: [2, 2, 1],
    hoursPerDay: 1.5,
    individualEveryOtherWeek: true,
    familyShare: 0.15,
  },
};

/** How a planned stay divides into three phases, in weeks. */
export const PHASE_WEEKS: Record<number, readonly [number, number, number]> = {
  4: [2, 1, 1],
  6: [2, 2, 2],
  8: [3, 3, 2],
  10: [4, 3, 3],
  12: [4, 4, 4],
  16: [4, 6, 6],
};
