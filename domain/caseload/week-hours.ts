import { isAttended, type AttendanceStatus } from '../attendance/attendance-status.ts';
import { addDays } from '../calendar/calendar-day.ts';
import type { WeekHours } from './caseload.contract.ts';

/** One session of the week, in minutes. */
export interface WeekSession {
  status: AttendanceStatus;
  scheduledMinutes: number;
  recordedMinutes: number | null;
  /** The session has not ended yet. */
  goesOn: boolean;
}

/**
 * The hours of one client's week, in minutes, against what is prescribed.
 *
 * Recorded minutes are delivered. Attended without recorded minutes: booked until the session's end,
 * then assumed, which never counts toward a payer's or a level's minimum. What nobody recorded is
 * its own part: it may have been delivered, so it is not missing.
 */
export function weekHours(sessions: readonly WeekSession[], prescribed: number | null): WeekHours {
  const hours = { delivered: 0, assumed: 0, booked: 0, unrecorded: 0 };
  for (const session of sessions) {
    const part = partOf(session);
    if (part) hours[part] += session.recordedMinutes ?? session.scheduledMinutes;
  }
  const covered = hours.delivered + hours.assumed + hours.booked + hours.unrecorded;
  return {
    ...hours,
    prescribed,
    missing: prescribed === null ? null : Math.max(0, prescribed - covered),
  };
}

function partOf({ status, recordedMinutes, goesOn }: WeekSession) {
  if (isAttended(status)) {
    if (recordedMinutes !== null) return 'delivered';
    return goesOn ? 'booked' : 'assumed';
  }
  if (status === 'scheduled') return 'booked';
  return status === 'unrecorded' || status === 'awaiting-record' ? 'unrecorded' : null;
}

/** One phase of a plan: what it prescribes, and between which days. */
export interface PlannedPhase {
  startsOn: string;
  endsOn: string;
  minutesPerWeek: number | null;
  /** Weekdays of the program, 1 Monday … 7 Sunday; Monday to Friday where the plan names none. */
  weekdays: readonly number[] | null;
}

const WORKDAYS = [1, 2, 3, 4, 5];

/**
 * Minutes prescribed for the week that begins on `monday`: prescribed × active program days ÷
 * planned days, so that a week the plan only partly covers asks for its part. `null` when no phase
 * of known hours covers a program day of the week: not known is not zero.
 */
export function prescribedForWeek(monday: string, phases: readonly PlannedPhase[]): number | null {
  const shares = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const day = addDays(monday, weekday - 1);
    const phase = phases.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    const weekdays = phase?.weekdays ?? WORKDAYS;
    if (!phase || phase.minutesPerWeek === null || !weekdays.includes(weekday)) return [];
    return [phase.minutesPerWeek / weekdays.length];
  });
  return shares.length === 0 ? null : Math.round(shares.reduce((sum, share) => sum + share, 0));
}
