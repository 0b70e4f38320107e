import { type AttendanceStatus, isAttended, isMissed } from '#domain/attendance/attendance-status';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';
import { stripMark } from '../../../ui/attendance-strip/strip-mark';
import type { DrawnPath } from '../../../ui/drawn-paths/drawn-paths';
import type { TimeAxis } from '../../../ui/time-axis/time-axis';

export const SESSIONS_HEIGHT = 44;
/** A strip's mark is six wide. */
const MARK = 6;
const WIDEST = 0.85;

export interface SessionsDrawing {
  paths: DrawnPath[];
  /** Below a missed session after which somebody spoke with the client. */
  reached: number[];
}

/**
 * Every session of the axis at its day: kept stands on the line, missed hangs below. Several of a day
 * share its room; sessions of one look are one path.
 */
export function sessionsDrawing(
  sessions: readonly ClientSession[],
  axis: TimeAxis,
  timeZone: string,
): SessionsDrawing {
  const byDay = Map.groupBy(
    sessions,
    ({ startsAt }) => localTime(Date.parse(startsAt), timeZone).day,
  );
  const byLook = new Map([['line-base', `M0 12.5H${axis.scaleEnd.toFixed(1)}`]]);
  const reached: number[] = [];
  for (const [day, ofDay] of byDay) {
    if (day < axis.from || day >= axis.to) continue;
    const room = Math.max(1, axis.dayWidth - 1) / ofDay.length;
    const scale = Math.min(WIDEST, room / MARK);
    const inOrder = ofDay.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
    inOrder.forEach((session, place) => {
      const x = axis.x(day) + place * Math.min(room, scale * MARK + 1);
      const { at, className } = stripMark(session.walkIn ? 'walk-in' : session.status);
      byLook.set(className, (byLook.get(className) ?? '') + at(x, scale));
      if (session.outreach?.result === 'reached') reached.push(x + (MARK * scale) / 2);
    });
  }
  return { paths: [...byLook].map(([className, d]) => ({ className, d })), reached };
}

/** What one client's sessions came to: counts, and no interval, for they are one client's own. */
export interface SessionCounts {
  attended: number;
  expected: number;
  missed: number;
  reachedAfter: number;
  unrecorded: number;
  /** Cancelled by the program, on hold, or without a reason: in no denominator. */
  leftOut: number;
}

const LEFT_OUT = new Set(['program-cancelled', 'on-hold', 'cancelled-unknown']);

/** Walk-ins were not expected: their hours count, they do not. */
export function sessionCounts(sessions: readonly ClientSession[]): SessionCounts {
  const booked = sessions.filter(({ walkIn }) => !walkIn);
  const count = (keep: (session: ClientSession) => boolean) => booked.filter(keep).length;
  const attended = count(({ status }) => isAttended(status as AttendanceStatus));
  const missed = count(({ status }) => isMissed(status as AttendanceStatus));
  return {
    attended,
    missed,
    expected: attended + missed + count(({ status }) => status === 'excused'),
    reachedAfter: count(({ outreach }) => outreach?.result === 'reached'),
    unrecorded: count(({ status }) => status === 'unrecorded'),
    leftOut: count(({ status }) => LEFT_OUT.has(status)),
  };
}
