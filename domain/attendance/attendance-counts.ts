import { countsInDenominator, isAttended, type AttendanceStatus } from './attendance-status.ts';

/** What a sum by outcome may stand for: a status, or sessions attended without a booking. */
export type CellOutcome = AttendanceStatus | 'walk-in';

/** Sessions of a period by what became of them. */
export interface AttendanceCounts {
  /** A: attended, late or left early included. */
  attended: number;
  /** X: cancelled in time or with an accepted reason. */
  excused: number;
  /** CC: cancelled by the client too late. */
  clientCancelled: number;
  /** NS. */
  noShow: number;
  /** Known and left out of D: cancelled by the program, on hold, cancelled without a reason. */
  excluded: number;
  /** Ended more than a day ago with no outcome. */
  unrecorded: number;
  /** Ended within a day, no outcome yet. */
  awaitingRecord: number;
}

const NONE: AttendanceCounts = {
  attended: 0,
  excused: 0,
  clientCancelled: 0,
  noShow: 0,
  excluded: 0,
  unrecorded: 0,
  awaitingRecord: 0,
};

/** Counts statuses; `scheduled` and `waitlist` have not happened and count nowhere. */
export function countAttendance(statuses: Iterable<AttendanceStatus>): AttendanceCounts {
  const counts = { ...NONE };
  for (const outcome of statuses) count(counts, outcome, 1);
  return counts;
}

/** The same from sums by outcome; a walk-in was not booked, and counts in hours alone. */
export function countCells(cells: Iterable<{ outcome: CellOutcome; sessions: number }>) {
  const counts = { ...NONE };
  for (const { outcome, sessions } of cells) {
    if (outcome !== 'walk-in') count(counts, outcome, sessions);
  }
  return counts;
}

function count(counts: AttendanceCounts, status: AttendanceStatus, sessions: number): void {
  const kind = countOf(status);
  if (kind) counts[kind] += sessions;
}

function countOf(status: AttendanceStatus): keyof AttendanceCounts | null {
  if (isAttended(status)) return 'attended';
  if (status === 'excused') return 'excused';
  if (status === 'client-cancelled') return 'clientCancelled';
  if (status === 'no-show') return 'noShow';
  if (status === 'unrecorded') return 'unrecorded';
  if (status === 'awaiting-record') return 'awaitingRecord';
  return status === 'scheduled' || status === 'waitlist' ? null : 'excluded';
}

/** D = A + X + CC + NS. */
export const denominator = (counts: AttendanceCounts): number =>
  counts.attended + counts.excused + counts.clientCancelled + counts.noShow;

/** Sessions that are over, whatever is known of them. */
export const pastSessions = (counts: AttendanceCounts): number =>
  denominator(counts) + counts.excluded + counts.unrecorded + counts.awaitingRecord;

/** A part of a whole; nothing in the whole is no rate, which is not 0 %. */
export interface Part {
  numerator: number;
  denominator: number;
}

/** Attendance by sessions, A / D. */
export const attended = (counts: AttendanceCounts): Part => ({
  numerator: counts.attended,
  denominator: denominator(counts),
});

/** A / (A + CC + NS). */
export const attendedUnlessExcused = (counts: AttendanceCounts): Part => ({
  numerator: counts.attended,
  denominator: denominator(counts) - counts.excused,
});

/** A / (A + NS). */
export const shown = (counts: AttendanceCounts): Part => ({
  numerator: counts.attended,
  denominator: counts.attended + counts.noShow,
});

/** NS / D. */
export const notShown = (counts: AttendanceCounts): Part => ({
  numerator: counts.noShow,
  denominator: denominator(counts),
});

/** 1 − unrecorded / past sessions. Sessions awaiting their record are not yet past due. */
export function recorded(counts: AttendanceCounts): Part {
  const due = pastSessions(counts) - counts.awaitingRecord;
  return { numerator: due - counts.unrecorded, denominator: due };
}

/** In 0–1; `null` when there is nothing to divide by. */
export const rateOf = ({ numerator, denominator }: Part): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** The trailing run of unexcused misses: excused neither adds nor resets, attendance resets. */
export function consecutiveMisses(statusesInOrder: readonly AttendanceStatus[]): number {
  const counted = statusesInOrder.filter(countsInDenominator);
  let run = 0;
  for (const status of counted.toReversed()) {
    if (isAttended(status)) break;
    if (status !== 'excused') run++;
  }
  return run;
}
