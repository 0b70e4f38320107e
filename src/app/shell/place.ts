import type { Me } from '#domain/access/access.contract';
import { mayDo } from '#domain/access/permission';

export interface Place {
  path: string;
  word: string;
  icon: string;
}

const CASELOAD: Place = { path: '/caseload', word: 'Caseload', icon: 'caseload' };
const ATTENDANCE: Place = { path: '/attendance', word: 'Attendance', icon: 'trend' };
const SESSIONS: Place = { path: '/sessions-today', word: 'Sessions today', icon: 'groups' };
const INTAKE: Place = { path: '/intake', word: 'Intake', icon: 'intake' };
const DATA: Place = { path: '/data', word: 'Data', icon: 'data' };

/** Where a reader can go. Whoever leads no sessions has no sessions today. */
export function placesOf(me: Me | null): Place[] {
  if (!me) return [];
  if (me.role === 'admin') return [DATA];
  return [
    CASELOAD,
    ...(me.staffId ? [SESSIONS] : []),
    ATTENDANCE,
    ...(mayDo(me.role, 'intake:read') ? [INTAKE] : []),
    DATA,
  ];
}
