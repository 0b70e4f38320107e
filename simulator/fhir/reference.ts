import type { Reference } from 'fhir/r4';
import type { Placement } from '../model/placement.ts';
import type { StaffMember } from '../model/staff-member.ts';
import { resourceId } from './resource-id.ts';

export function toClient(client: number): Reference {
  return { reference: `Patient/${resourceId.client(client)}` };
}

export function toStaff(member: StaffMember): Reference {
  const display = `${member.given} ${member.family}`;
  return { reference: `Practitioner/${resourceId.staff(member)}`, display };
}

/** Whoever is responsible for the client: the counselor, else nobody. */
export function toCounselor({ counselor }: Placement): Reference | undefined {
  return counselor ? toStaff(counselor) : undefined;
}
