import { attended } from '../attendance/attendance-counts.ts';
import { NOT_COUNTED, sessionRate } from './session-rate.ts';

/** By itself, for the first page: every other rate comes with the pages that ask for it. */
export const ATTENDANCE_SESSIONS = sessionRate(attended, {
  id: 'attendance-sessions',
  name: 'Attendance, sessions',
  sentence: 'Sessions attended, of the sessions the client was expected at.',
  numerator: 'Attended, late or left early included',
  denominator: 'Attended, excused, late cancel and no-show',
  leftOut: NOT_COUNTED,
  direction: 'higher',
  standard: 'Program default: rate of sessions, excused counted as expected',
  interval: 'clustered-by-client',
  subject: { words: 'Attendance', plural: false },
});
