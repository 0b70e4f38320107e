import { isMissed, type AttendanceStatus } from '#domain/attendance/attendance-status';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Fewer misses than this make no pattern. */
const FEWEST = 3;

/** 'misses: Fri 3, Tue 1': weekdays of what was missed, most first; nothing of one or two. */
export function missPattern(sessions: readonly ClientSession[], timeZone: string): string[] {
  const missed = sessions.filter(({ status }) => isMissed(status as AttendanceStatus));
  if (missed.length < FEWEST) return [];
  const byDay = Map.groupBy(
    missed,
    ({ startsAt }) => localTime(Date.parse(startsAt), timeZone).weekday,
  );
  const counts = [...byDay]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a - b)
    .map(([weekday, of]) => `${WEEKDAYS[weekday - 1]} ${of.length}`);
  return [`misses: ${counts.join(', ')}`];
}
