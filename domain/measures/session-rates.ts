import {
  attended,
  attendedUnlessExcused,
  type AttendanceCounts,
  countCells,
  notShown,
  type Part,
  pastSessions,
  recorded,
  shown,
} from '../attendance/attendance-counts.ts';
import type { Counted, Measure, OutcomeCell, SessionMeasure } from './measure.ts';

/** A rate of sessions: the definition, and which part of which whole (docs/rules/attendance.md). */
export interface SessionRate extends SessionMeasure {
  countOf(counts: AttendanceCounts): Counted;
}

const NOT_COUNTED = 'Cancelled by the program, on hold, cancelled without a reason';

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

function sessionRate(
  part: (counts: AttendanceCounts) => Part,
  definition: Omit<Measure, 'unit' | 'countedIn'>,
): SessionRate {
  const countOf = (counts: AttendanceCounts): Counted => {
    const { numerator, denominator } = part(counts);
    const past = pastSessions(counts);
    const unrecorded = counts.unrecorded + counts.awaitingRecord;
    const excluded = past - unrecorded - denominator;
    return { numerator, denominator, excluded, unrecorded, past, assumedMinutes: 0 };
  };
  return {
    ...definition,
    unit: 'share',
    countedIn: 'sessions',
    countOf,
    count: (cells: readonly OutcomeCell[]) => countOf(countCells(cells)),
  };
}
