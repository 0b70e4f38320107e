import type { PractitionerRole } from 'fhir/r4';
import { refOf } from './reference.ts';
import { heldBack, type Ref, type Translation } from './translation.ts';

export interface StaffRoleFacts {
  staff: Ref;
  site: Ref | null;
  title: string;
}

export function translatePractitionerRole(role: PractitionerRole): Translation<StaffRoleFacts> {
  const staff = refOf(role.practitioner, 'Practitioner');
  if (!staff) return heldBack('Names no practitioner', 'the role is not shown');
  const [code] = role.code ?? [];
  return {
    use: {
      staff,
      site: refOf(role.location?.[0], 'Location'),
      title: code?.text ?? code?.coding?.[0]?.display ?? 'Staff',
    },
  };
}
