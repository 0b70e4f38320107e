import type { Person } from './person.ts';
import type { Site } from './program-map.ts';

export type StaffRole =
  | 'Counselor'
  | 'Clinical supervisor'
  | 'Program director'
  | 'Peer specialist'
  | 'Prescriber'
  | 'Aftercare coordinator';

export interface StaffMember extends Person {
  index: number;
  role: StaffRole;
  site: Site | null;
  /** How many clients a counselor can be care manager of; facilitators by the hour have none. */
  caseload: number;
}

export interface Team {
  index: number;
  name: string;
  site: Site;
  supervisor: StaffMember;
  counselors: StaffMember[];
}
