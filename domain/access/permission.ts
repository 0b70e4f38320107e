import type { Role } from './access.contract.ts';

/** What a route asks for. `signed-in` is everybody who is; `public` needs no sign-in. */
export type Permission =
  | 'public'
  | 'signed-in'
  | 'caseload:read'
  | 'caseload:aggregate'
  | 'client:read'
  | 'intake:read'
  | 'roster:read'
  | 'outreach:read'
  | 'outreach:write'
  | 'follow-up:read'
  | 'contact:write'
  | 'disclosure:read'
  | 'measure:read'
  | 'process-change:write'
  | 'group:write'
  | 'source-record:read'
  | 'data-source:read'
  | 'data-source:run'
  | 'settings:read'
  | 'settings:write';

const PERMISSIONS: Record<Role, readonly Permission[]> = {
  counselor: [
    'caseload:read',
    'client:read',
    'roster:read',
    'outreach:read',
    'outreach:write',
    'follow-up:read',
    'contact:write',
    'measure:read',
    'source-record:read',
    'data-source:read',
  ],
  supervisor: [
    'caseload:read',
    'caseload:aggregate',
    'client:read',
    'intake:read',
    'roster:read',
    'outreach:read',
    'outreach:write',
    'follow-up:read',
    'contact:write',
    'disclosure:read',
    'measure:read',
    'process-change:write',
    'group:write',
    'source-record:read',
    'data-source:read',
    'settings:read',
  ],
  director: [
    'caseload:read',
    'caseload:aggregate',
    'client:read',
    'intake:read',
    'roster:read',
    'follow-up:read',
    'disclosure:read',
    'measure:read',
    'process-change:write',
    'group:write',
    'source-record:read',
    'data-source:read',
    'settings:read',
  ],
  // Ask after those who left: whom, how and when, and the contact log; nothing of the treatment.
  peer: ['follow-up:read', 'contact:write'],
  aftercare: ['follow-up:read', 'contact:write'],
  // Runs the connections and the settings; sees no client.
  admin: ['data-source:read', 'data-source:run', 'settings:read', 'settings:write'],
};

/** Whether a role may do what a route asks for. */
export const mayDo = (role: Role, permission: Permission): boolean =>
  permission === 'public' || permission === 'signed-in' || PERMISSIONS[role].includes(permission);
