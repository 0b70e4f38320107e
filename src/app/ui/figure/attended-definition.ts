import type { MeasureDefinition } from '#domain/measures/measures.contract';
import { ATTENDANCE_SESSIONS } from '#domain/measures/attendance-sessions';

/** Attendance rate by sessions, as the caseload and a client's page show it: over four weeks. */
export const ATTENDED: MeasureDefinition = {
  ...ATTENDANCE_SESSIONS,
  name: 'Attended, sessions of four weeks',
  hasTrend: true,
  isOfSessions: true,
};
