import type { CodeableConcept, PractitionerRole } from 'fhir/r4';
import type { Clinic } from '../model/clinic.ts';
import type { StaffRole } from '../model/staff-member.ts';
import { NUCC } from './codings.ts';
import { permanent } from './permanent.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

const ROLES: Record<StaffRole, CodeableConcept> = {
  Counselor: {
    coding: [
      { system: NUCC, code: '101YA0400X', display: 'Addiction (Substance Use Disorder) Counselor' },
    ],
    text: 'Counselor',
  },
  'Peer specialist': {
    coding: [{ system: NUCC, code: '175T00000X', display: 'Peer Specialist' }],
    text: 'Peer specialist',
  },
  Prescriber: { text: 'Prescriber' },
  'Aftercare coordinator': { text: 'Aftercare coordinator' },
  'Clinical supervisor': { text: 'Clinical supervisor' },
  'Program director': { text: 'Program director' },
};

export function practitionerRoles({ staff }: Clinic): Recorded<PractitionerRole>[] {
  return staff.map((member) => {
    const { site } = member;
    return permanent<PractitionerRole>({
      resourceType: 'PractitionerRole',
      id: resourceId.role(member),
      active: true,
      practitioner: {
        reference: `Practitioner/${resourceId.staff(member)}`,
        display: `${member.given} ${member.family}`,
      },
      organization: { reference: `Organization/${resourceId.provider}` },
      code: [ROLES[member.role]],
      ...(site && {
        location: [{ reference: `Location/${resourceId.site(site)}`, display: site.name }],
      }),
    });
  });
}
