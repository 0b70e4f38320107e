import type { Practitioner } from 'fhir/r4';
import type { Clinic } from '../model/clinic.ts';
import { permanent } from './permanent.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

export function practitioners({ staff }: Clinic): Recorded<Practitioner>[] {
  return staff.map((member) =>
    permanent<Practitioner>({
      resourceType: 'Practitioner',
      id: resourceId.staff(member),
      active: true,
      name: [{ use: 'official', family: member.family, given: [member.given] }],
      gender: member.gender,
    }),
  );
}
