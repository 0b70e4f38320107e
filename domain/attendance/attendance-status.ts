/**
 * What became of one client in one session: one status per client per session.
 * The set and its counting rules are the program's default (docs/rules/attendance.md).
 */
export const ATTENDED = ['attended', 'attended-late', 'left-early'] as const;
export const MISSED = ['no-show', 'client-cancelled'] as const;
const CANCELLED = [
  'excused',
  'client-cancelled',
  'program-cancelled',
  'on-hold',
  'cancelled-unknown',
] as const;

/** Outcomes somebody recorded. Without one, time decides: see `statusAt`. */
export type Outcome = (typeof ATTENDED)[number] | (typeof CANCELLED)[number] | 'no-show';

export type AttendanceStatus =
  Outcome | 'scheduled' | 'waitlist' | 'awaiting-record' | 'unrecorded';

export const ATTENDANCE_STATUSES: readonly AttendanceStatus[] = [
  ...ATTENDED,
  'excused',
  'client-cancelled',
  'no-show',
  'program-cancelled',
  'on-hold',
  'cancelled-unknown',
  'unrecorded',
  'awaiting-record',
  'scheduled',
  'waitlist',
];

export const isAttended = (status: AttendanceStatus): boolean =>
  (ATTENDED as readonly string[]).includes(status);

/** Unexcused: the client was expected and did not come, or cancelled too late to be excused. */
export const isMissed = (status: AttendanceStatus): boolean =>
  (MISSED as readonly string[]).includes(status);

/** Whether a session counts in D, the denominator of every attendance rate: A + X + CC + NS. */
export const countsInDenominator = (status: AttendanceStatus): boolean =>
  isAttended(status) || isMissed(status) || status === 'excused';

/** A cancellation is known before the session begins; what else is known then is not an outcome. */
export const isCancelled = (status: AttendanceStatus): boolean =>
  (CANCELLED as readonly string[]).includes(status);
