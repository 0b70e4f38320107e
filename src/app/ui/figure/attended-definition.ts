import type { MeasureDefinition } from '#domain/measures/measures.contract';

/** Attendance rate by sessions, A / D. */
export const ATTENDED: MeasureDefinition = {
  id: 'attendance-sessions',
  name: 'Attended, sessions of four weeks',
  sentence: 'Sessions attended, of the sessions the client was expected at.',
  numerator: 'Attended, late or left early included',
  denominator: 'Attended, excused, late cancel and no-show',
  leftOut: 'Cancelled by the program, on hold, cancelled without a reason',
  unit: 'share',
  countedIn: 'sessions',
  direction: 'higher',
  standard: 'Program default: rate of sessions, excused counted as expected',
  interval: 'clustered-by-client',
  hasTrend: true,
};
