import {
  attendanceRate,
  type AttendanceCounts,
  countAttendance,
  denominator,
} from '../attendance/attendance-counts.ts';
import { clusteredInterval } from '../statistics/clustered-rate.ts';
import type { Figure } from './figure.contract.ts';

/**
 * Attendance rate by sessions, A / D, of one client: counts without an interval, since one person's
 * sessions are no sample of anything. Sessions awaiting their record count as not recorded yet.
 */
export const clientAttendance = (counts: AttendanceCounts): Figure => ({
  ...figureOf([counts]),
  interval: null,
  noInterval: 'one client’s own sessions',
});

/** Attendance rate by sessions over several clients, with an interval clustered by client. */
export function clientsAttendance(perClient: readonly AttendanceCounts[]): Figure {
  const interval = clusteredInterval(
    perClient.map((counts) => ({ counted: counts.attended, of: denominator(counts) })),
  );
  return 'none' in interval
    ? { ...figureOf(perClient), interval: null, noInterval: interval.none }
    : { ...figureOf(perClient), interval, noInterval: null };
}

function figureOf(perClient: readonly AttendanceCounts[]) {
  const total = perClient.reduce(add, countAttendance([]));
  return {
    value: attendanceRate(total),
    numerator: total.attended,
    denominator: denominator(total),
    excluded: total.excluded,
    unrecorded: total.unrecorded + total.awaitingRecord,
  };
}

const add = (a: AttendanceCounts, b: AttendanceCounts): AttendanceCounts => ({
  attended: a.attended + b.attended,
  excused: a.excused + b.excused,
  clientCancelled: a.clientCancelled + b.clientCancelled,
  noShow: a.noShow + b.noShow,
  excluded: a.excluded + b.excluded,
  unrecorded: a.unrecorded + b.unrecorded,
  awaitingRecord: a.awaitingRecord + b.awaitingRecord,
});
