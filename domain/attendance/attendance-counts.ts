import { countsInDenominator, isAttended, type AttendanceStatus } from './attendance-status.ts';

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
  for (const status of statuses) {
    const kind = countOf(status);
    if (kind) counts[kind]++;
  }
  return counts;
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

/** Attendance rate by sessions, A / D in 0–1; `null` when nothing counts, which is not 0 %. */
export const attendanceRate = (counts: AttendanceCounts): number | null =>
  ratio(counts.attended, denominator(counts));

/** A / (A + CC + NS). */
export const rateExcludingExcused = (counts: AttendanceCounts): number | null =>
  ratio(counts.attended, denominator(counts) - counts.excused);

/** A / (A + NS). */
export const showRate = (counts: AttendanceCounts): number | null =>
  ratio(counts.attended, counts.attended + counts.noShow);

/** NS / D. */
export const noShowRate = (counts: AttendanceCounts): number | null =>
  ratio(counts.noShow, denominator(counts));

/** 1 − unrecorded / past sessions. Sessions awaiting their record are not yet past due. */
export function completeness(counts: AttendanceCounts): number | null {
  const past = denominator(counts) + counts.excluded + counts.unrecorded;
  return past === 0 ? null : 1 - counts.unrecorded / past;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

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
