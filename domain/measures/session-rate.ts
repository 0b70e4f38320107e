import {
  type AttendanceCounts,
  countCells,
  type Part,
  pastSessions,
} from '../attendance/attendance-counts.ts';
import type { Counted, Measure, OutcomeCell, SessionMeasure } from './measure.ts';

/** A rate of sessions: the definition, and which part of which whole (docs/rules/attendance.md). */
export interface SessionRate extends SessionMeasure {
  countOf(counts: AttendanceCounts): Counted;
}

export const NOT_COUNTED = 'Cancelled by the program, on hold, cancelled without a reason';

/** A part of a whole, counted over sessions, with what is left out and not recorded beside it. */
export function sessionRate(
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
