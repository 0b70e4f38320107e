/** By what discharges are told apart. */
export const TRANSITION_PARTS = ['destination', 'program', 'reason', 'site'] as const;
export type TransitionPart = (typeof TRANSITION_PARTS)[number];
