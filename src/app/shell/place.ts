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
const AFTERCARE: Place = { path: '/aftercare', word: 'Aftercare', icon: 'bridge' };
const DISCLOSURES: Place = { path: '/disclosures', word: 'Disclosures', icon: 'print' };
const INTAKE: Place = { path: '/intake', word: 'Intake', icon: 'intake' };
const DATA: Place = { path: '/data', word: 'Data', icon: 'data' };
const SETTINGS: Place = { path: '/settings', word: 'Settings', icon: 'settings' };

/** Where a reader can go. Tasks are of those who work with clients; whoever leads no sessions has no sessions today. */
export function placesOf(me: Me | null): Place[] {
  if (!me) return [];
  const administered = mayDo(me.role, 'settings:read') ? [DATA, SETTINGS] : [DATA];
  if (me.role === 'admin') return administered;
  const tasks = mayDo(me.role, 'outreach:read') ? [TO_DO] : [];
  const sessions = me.staffId ? [SESSIONS] : [];
  const intake = mayDo(me.role, 'intake:read') ? [INTAKE] : [];
  const disclosed = mayDo(me.role, 'disclosure:read') ? [DISCLOSURES] : [];
  return [
    CASELOAD,
    ...tasks,
    ...sessions,
    ATTENDANCE,
    AFTERCARE,
    ...intake,
    ...disclosed,
    ...administered,
  ];
}
