import type { Me } from '#domain/access/access.contract';
import { mayDo } from '#domain/access/permission';

export interface Place {
  path: string;
  word: string;
  icon: string;
}

const CASELOAD: Place = { path: '/caseload', word: 'Caseload', icon: 'caseload' };
const ATTENDANCE: Place = { path: '/attendance', word: 'Attendance', icon: 'trend' };
const TO_DO: Place = { path: '/to-do', word: 'To do', icon: 'to-do' };
const SESSIONS: Place = { path: '/sessions-today', word: 'Sessions today', icon: 'groups' };
const DATA: Place = { path: '/data', word: 'Data', icon: 'data' };

/** Where a reader can go. Tasks are of those who work with clients; whoever leads no sessions has no sessions today. */
export function placesOf(me: Me | null): Place[] {
  if (!me) return [];
  if (me.role === 'admin') return [DATA];
  const tasks = mayDo(me.role, 'outreach:read') ? [TO_DO] : [];
  const sessions = me.staffId ? [SESSIONS] : [];
  return [CASELOAD, ...tasks, ...sessions, ATTENDANCE, DATA];
}
