/** A level of care as the source states it. Editions differ, so it is never one number. */
export interface LevelOfCare {
  /** As coded, e.g. '2.1'. */
  code: string;
  /** The ASAM Criteria's edition; `null` when the source does not say. */
  edition: '3' | '4' | null;
}

/** Codes of The ASAM Criteria, third (2013) and fourth (2023) edition. */
const CODES = new Set('0.5 1 1.0 1.5 1.7 2.1 2.5 2.7 3.1 3.2 3.3 3.5 3.7 4 4.0'.split(' '));

/** Whether a code is a level of The ASAM Criteria, in either edition. */
export const isLevelOfCare = (code: string): boolean => CODES.has(code);
