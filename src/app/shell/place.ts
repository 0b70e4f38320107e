import type { Me } from '#domain/access/access.contract';
import { mayDo, type Permission } from '#domain/access/permission';

export interface Place {
  path: string;
  word: string;
  icon: string;
}

/** In their order, each with what its page asks for. */
const PLACES: readonly (Place & { asks: Permission })[] = [
  { path: '/caseload', word: 'Caseload', icon: 'caseload', asks: 'caseload:read' },
  { path: '/to-do', word: 'To do', icon: 'to-do', asks: 'outreach:read' },
  { path: '/sessions-today', word: 'Sessions today', icon: 'groups', asks: 'roster:read' },
  { path: '/attendance', word: 'Attendance', icon: 'trend', asks: 'measure:read' },
  { path: '/aftercare', word: 'Aftercare', icon: 'bridge', asks: 'follow-up:read' },
  { path: '/intake', word: 'Intake', icon: 'intake', asks: 'intake:read' },
  { path: '/disclosures', word: 'Disclosures', icon: 'print', asks: 'disclosure:read' },
  { path: '/data', word: 'Data', icon: 'data', asks: 'data-source:read' },
  { path: '/settings', word: 'Settings', icon: 'settings', asks: 'settings:read' },
];

/** Where a reader can go; whoever leads no sessions has no sessions today. */
export const placesOf = (me: Me | null): Place[] =>
  PLACES.filter(
    ({ path, asks }) =>
      me !== null && mayDo(me.role, asks) && (path !== '/sessions-today' || me.staffId !== null),
  );
