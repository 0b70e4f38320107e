import type { AttendanceStatus } from '#domain/attendance/attendance-status';

const WORDS: Record<AttendanceStatus | 'walk-in', string> = {
  attended: 'Attended',
  'attended-late': 'Late',
  'left-early': 'Left early',
  'walk-in': 'Walk-in',
  excused: 'Excused',
  'client-cancelled': 'Late cancel',
  'no-show': 'No-show',
  'program-cancelled': 'Cancelled by program',
  'on-hold': 'On hold',
  'cancelled-unknown': 'Cancelled, reason not recorded',
  unrecorded: 'Not recorded',
  'awaiting-record': 'Waiting for its record',
  scheduled: 'Scheduled',
  waitlist: 'Waitlist',
};

/** The word staff use for an attendance status. One that is not known here is shown as it came. */
export const statusWord = (status: string): string =>
  status in WORDS ? WORDS[status as keyof typeof WORDS] : status;
