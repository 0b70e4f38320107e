import {
  type AttendanceStatus,
  countsInDenominator,
  isAttended,
  isMissed,
} from '#domain/attendance/attendance-status';
import { localTime } from '#domain/calendar/calendar-day';
import type { ClientSession } from '#domain/client-progress/client-progress.contract';

export interface PatternRow {
  name: string;
  attended: number;
  missed: number;
  /** Attended, missed and excused. */
  expected: number;
  /** On hold, cancelled by the program or for a reason unknown. */
  leftOut: number;
  /** No outcome on record, though it has ended. */
  unrecorded: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const OPEN = new Set(['unrecorded', 'awaiting-record']);
const AHEAD = new Set(['scheduled', 'waitlist']);

/** What became of the sessions of each weekday: counts, since one client's sessions carry no interval. */
export const byWeekday = (sessions: readonly ClientSession[], timeZone: string): PatternRow[] =>
  rowsOf(sessions, (session) => localTime(Date.parse(session.startsAt), timeZone).weekday).map(
    ([weekday, row]) => ({ name: WEEKDAYS[weekday - 1] ?? '', ...row }),
  );

const KINDS: Readonly<Record<string, string>> = {
  group: 'Group',
  individual: 'Individual',
  family: 'Family',
  skills: 'Skills',
  assessment: 'Assessment',
  other: 'Other',
};

/** The same of each kind of session. */
export const byKind = (sessions: readonly ClientSession[]): PatternRow[] =>
  rowsOf(sessions, ({ kind }) => kind).map(([kind, row]) => ({
    name: KINDS[kind] ?? kind,
    ...row,
  }));

function rowsOf<K extends string | number>(
  sessions: readonly ClientSession[],
  key: (session: ClientSession) => K,
): [K, Omit<PatternRow, 'name'>][] {
  const booked = sessions.filter(({ walkIn, status }) => !walkIn && !AHEAD.has(status));
  return [...Map.groupBy(booked, key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([of, own]) => {
      const count = (holds: (status: AttendanceStatus) => boolean) =>
        own.filter(({ status }) => holds(status as AttendanceStatus)).length;
      const [expected, unrecorded] = [count(countsInDenominator), count((one) => OPEN.has(one))];
      const leftOut = own.length - expected - unrecorded;
      const counts = { attended: count(isAttended), missed: count(isMissed) };
      return [of, { ...counts, expected, leftOut, unrecorded }];
    });
}
