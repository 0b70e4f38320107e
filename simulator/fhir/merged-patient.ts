import type { Patient } from 'fhir/r4';
import type { SecondRegistration } from '../model/registration.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

/** Registered again under a name cut short; replaced by the first registration when noticed. */
export function mergedPatient(
  client: number,
  own: Recorded<Patient>,
  { registeredAt, mergedAt }: SecondRegistration,
): Recorded<Patient> {
  const id = resourceId.person(client, 'd1');
  return {
    id,
    at: [registeredAt, mergedAt],
    render: (version) => {
      const { name, gender, birthDate, managingOrganization } = own.render(1);
      const given = name?.[0].given?.map((one) => one.slice(0, 3));
      const merged = version === 2;
      const other = { reference: `Patient/${resourceId.client(client)}` };
      return {
        resourceType: 'Patient',
        id,
        active: !merged,
        name: [{ use: 'usual', family: name?.[0].family, given }],
        gender,
        birthDate,
        managingOrganization,
        ...(merged && { link: [{ other, type: 'replaced-by' }] }),
      };
    },
  };
}
