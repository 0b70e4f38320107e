import type { Me } from '#domain/access/access.contract';

export interface Place {
  path: string;
  word: string;
  icon: string;
}

const CASELOAD: Place = { path: '/caseload', word: 'Caseload', icon: 'caseload' };
const ATTENDANCE: Place = { path: '/attendance', word: 'Attendance', icon: 'trend' };
const SESSIONS: Place = { path: '/sessions-today', word: 'Sessions today', icon: 'groups' };
const DATA: Place = { path: '/data', word: 'Data', icon: 'data' };

/** Where a reader can go. Whoever leads no sessions has no sessions today. */
export function placesOf(me: Me | null): Place[] {
  if (!me) return [];
  if (me.role === 'admin') return [DATA];
  return me.staffId ? [CASELOAD, SESSIONS, ATTENDANCE, DATA] : [CASELOAD, ATTENDANCE, DATA];
}
