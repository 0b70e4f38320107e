import {
  attendedUnlessExcused,
  type AttendanceCounts,
  countCells,
  notShown,
  pastSessions,
  recorded,
  shown,
} from '../attendance/attendance-counts.ts';
import type { Counted } from './measure.ts';
import { NOT_COUNTED, type SessionRate, sessionRate } from './session-rate.ts';

export const ATTENDANCE_EXCLUDING_EXCUSED = sessionRate(attendedUnlessExcused, {
  id: 'attendance-excluding-excused',
  name: 'Attendance, excused left out',
  sentence: 'Sessions attended, of the sessions the client was expected at and not excused from.',
  numerator: 'Attended, late or left early included',
  denominator: 'Attended, late cancel and no-show',
  leftOut: `Excused; ${NOT_COUNTED.toLowerCase()}`,
  direction: 'higher',
  standard: 'Program default: rate of sessions, excused left out',
  interval: 'clustered-by-client',
  subject: { words: 'Attendance without excused sessions', plural: false },
});

export const SHOW_RATE = sessionRate(shown, {
  id: 'show-rate',
  name: 'Show rate',
  sentence: 'Sessions attended, of those attended or missed without a word.',
  numerator: 'Attended, late or left early included',
  denominator: 'Attended and no-show',
  leftOut: `Excused, late cancel; ${NOT_COUNTED.toLowerCase()}`,
  direction: 'higher',
  standard: 'Program default: cancellations of every kind left out',
  interval: 'clustered-by-client',
  subject: { words: 'The show rate', plural: false },
});

export const NO_SHOW_RATE = sessionRate(notShown, {
  id: 'no-show-rate',
  name: 'No-show rate',
  sentence: 'Sessions missed without a word, of the sessions the client was expected at.',
  numerator: 'No-show',
  denominator:
    'Attended, excused, late cancel and no-show; some papers divide by attended and no-show alone',
  leftOut: NOT_COUNTED,
  direction: 'lower',
  standard: 'Program default, after NIATx: no-shows of sessions scheduled',
  interval: 'clustered-by-client',
  subject: { words: 'The no-show rate', plural: false },
});

export const COMPLETENESS: SessionRate = {
  ...sessionRate(recorded, {
    id: 'completeness',
    name: 'Recorded',
    sentence: 'Past sessions with an outcome, of all past sessions.',
    numerator: 'Past sessions with an outcome, cancelled and on hold included',
    denominator: 'Past sessions, unless they ended within a day and have no outcome yet',
    leftOut: 'Ended within a day, no outcome yet; sessions still to come',
    direction: 'higher',
    standard: 'Program default: 1 − not recorded / past sessions',
    interval: 'none',
    subject: { words: 'Recording of attendance', plural: false },
  }),
  count: (cells) => countRecorded(countCells(cells)),
  countOf: countRecorded,
};

/** Here what nobody recorded belongs to the denominator, and only what is not yet due is left out. */
function countRecorded(counts: AttendanceCounts): Counted {
  return {
    ...recorded(counts),
    excluded: counts.awaitingRecord,
    unrecorded: counts.unrecorded,
    past: pastSessions(counts),
    assumedMinutes: 0,
  };
}
