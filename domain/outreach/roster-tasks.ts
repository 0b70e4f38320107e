import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { ProgramDefaults } from '../settings/program-defaults.ts';
import { dueAtHour, type RuleTask } from './rule-task.ts';

/** A session with those of its clients whom the reader may see. */
export interface RosterFacts {
  sessionId: string;
  service: string;
  /** Milliseconds. */
  startsAt: number;
  endsAt: number;
  timeZone: string;
  facilitatorId: string | null;
  members: readonly { recordId: string; status: AttendanceStatus; counselorId: string | null }[];
}

const OPEN: readonly AttendanceStatus[] = ['scheduled', 'awaiting-record', 'unrecorded'];

/** Whose presence nobody recorded, half an hour after the start and later: one task a session. */
export function rosterTask(
  session: RosterFacts,
  asOf: number,
  { unmarkedMinutes, awaitingRecordHours }: ProgramDefaults,
): RuleTask | null {
  const { startsAt, endsAt, timeZone, members } = session;
  if (asOf < startsAt + unmarkedMinutes * 60_000) return null;
  const open = members.filter(({ status }) => OPEN.includes(status));
  if (open.length === 0) return null;
  const counselors = new Set(open.map(({ counselorId }) => counselorId));
  return {
    key: `record-attendance:${session.sessionId}`,
    rule: 'record-attendance',
    clientId: null,
    what: 'Record attendance',
    evidence: `${session.service}, ${dayInWords(startsAt, timeZone, asOf)}: ${open.length} of ${members.length} not recorded`,
    ...dueAtHour(endsAt + awaitingRecordHours * 3_600_000, timeZone),
    timeZone,
    ownerId: session.facilitatorId ?? (counselors.size === 1 ? [...counselors][0] : null) ?? null,
    recordIds: open.map(({ recordId }) => recordId),
    sessionId: session.sessionId,
  };
}
