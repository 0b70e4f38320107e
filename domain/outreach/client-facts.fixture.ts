import type { AttendanceStatus } from '../attendance/attendance-status.ts';
import type { ClientFacts, LoggedContact } from './client-facts.ts';

export const NEW_YORK = 'America/New_York';
export const at = (instant: string): number => Date.parse(instant);

/** A client of Ruth's, whose team Vera supervises, on Wednesday 18 November 2026. */
export const someone = (part: Partial<ClientFacts> = {}): ClientFacts => ({
  clientId: 'client',
  episodeId: 'episode',
  timeZone: NEW_YORK,
  today: '2026-11-18',
  admittedOn: '2026-10-05',
  onHold: false,
  deceased: false,
  counselorId: 'ruth',
  supervisorId: 'vera',
  sessions: [],
  seen: { at: at('2026-11-16T14:00:00Z'), recordId: 'seen' },
  contacts: [],
  outreachLoggedSince: at('2026-10-01T14:00:00Z'),
  lastHold: null,
  resultsSince: '2026-11-04',
  scores: [],
  measured: [],
  specimens: [],
  authorization: null,
  bookedDays: [],
  plan: null,
  ...part,
});

/** A session at 9 am, New York time in November. */
export const session = (recordId: string, day: string, status: AttendanceStatus = 'no-show') => ({
  recordId,
  status,
  startsAt: at(`${day}T14:00:00Z`),
});

export const contact = (part: Partial<LoggedContact> = {}): LoggedContact => ({
  id: 'contact',
  at: at('2026-11-18T13:00:00Z'),
  mode: 'phone',
  result: 'not-reached',
  nextStep: null,
  nextStepOn: null,
  ...part,
});
