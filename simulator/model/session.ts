import type { StaffMember } from './staff-member.ts';

export type SessionKind =
  'group' | 'individual' | 'family' | 'assessment' | 'skills' | 'education' | 'peer' | 'medication';

/** A session of one client as it was booked. */
export interface BookedSession {
  kind: SessionKind;
  day: number;
  start: number;
  end: number;
  practitioner: StaffMember;
  bookedAt: number;
}

export interface AppointmentChange {
  at: number;
  status: 'booked' | 'arrived' | 'fulfilled' | 'noshow' | 'cancelled';
  /** Of the FHIR code system for cancellation reasons; some are never given. */
  reason?: 'pat' | 'pat-dec' | 'prov' | 'prov-pers' | 'prov-hosp' | 'oth-weath';
}

export interface Presence {
  /** When the encounter was opened, and when it was closed with its times. */
  openedAt: number;
  closedAt: number;
  start: number;
  end: number;
  virtual: boolean;
}

/** A booked session with what was recorded of it. */
export interface Session extends BookedSession {
  ordinal: number;
  changes: AppointmentChange[];
  presence: Presence | null;
}
