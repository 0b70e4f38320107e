import type { MeasureDefinition } from './measure-definition';

/** Attendance rate by sessions, A / D. */
export const ATTENDED: MeasureDefinition = {
  name: 'Attended, sessions of four weeks',
  sentence: 'Sessions attended, of the sessions the client was expected at.',
  numerator: 'Attended, late or left early included',
  denominator: 'Attended, excused, late cancel and no-show',
  leftOut: 'Cancelled by the program, on hold, cancelled without a reason',
  standard: 'Program default: rate of sessions, excused counted as expected',
};
