import { type AttendanceStatus, isAttended, isMissed } from '../attendance/attendance-status.ts';
import { type Day, localTime } from '../calendar/calendar-day.ts';
import type { ClientSession } from '../client-progress/client-progress.contract.ts';

/** What became of the sessions of a time, in counts alone. */
export interface CourtAttendance {
  attended: number;
  missed: number;
  excused: number;
  /** Called off by the program, or the client was away on hold: theirs to answer for in no way. */
  calledOff: number;
  /** Without an outcome on record: neither kept nor missed. */
  unrecorded: number;
}

/** By the words and counts of attendance everywhere; a walk-in was attended, though nobody had booked it. */
export function courtAttendance(
  sessions: readonly ClientSession[],
  timeZone: string,
  from: Day,
  to: Day,
): CourtAttendance {
  const statuses = sessions
    .filter(({ startsAt }) => {
      const { day } = localTime(Date.parse(startsAt), timeZone);
      return day >= from && day <= to;
    })
    .map(({ status }) => status as AttendanceStatus);
  const count = (is: (status: AttendanceStatus) => boolean) => statuses.filter(is).length;
  return {
    attended: count(isAttended),
    missed: count(isMissed),
    excused: count((status) => status === 'excused'),
    calledOff: count((status) => status === 'program-cancelled' || status === 'on-hold'),
    unrecorded: count((status) => OPEN.has(status)),
  };
}

const OPEN: ReadonlySet<AttendanceStatus> = new Set([
  'unrecorded',
  'awaiting-record',
  'cancelled-unknown',
]);
