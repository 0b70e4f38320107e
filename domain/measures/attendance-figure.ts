import type { AttendanceCounts } from '../attendance/attendance-counts.ts';
import { figureOfCounted } from './figure-of.ts';
import type { Figure } from './figure.contract.ts';
import { ATTENDANCE_SESSIONS } from './attendance-sessions.ts';

/**
 * Attendance rate by sessions, A / D, of one client: counts without an interval, since one person's
 * sessions are no sample of anything. Sessions awaiting their record count as not recorded yet.
 */
export const clientAttendance = (counts: AttendanceCounts): Figure => ({
  ...clientsAttendance([counts]),
  interval: null,
  noInterval: 'one client’s own sessions',
});

/** Attendance rate by sessions over several clients, with an interval clustered by client. */
export const clientsAttendance = (perClient: readonly AttendanceCounts[]): Figure =>
  figureOfCounted(
    ATTENDANCE_SESSIONS,
    perClient.map((counts) => ATTENDANCE_SESSIONS.countOf(counts)),
  );
