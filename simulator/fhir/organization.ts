import type { Organization } from 'fhir/r4';
import { UNITS } from '../model/program-map.ts';
import { permanent } from './permanent.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

export function organizations(): Recorded<Organization>[] {
  const provider: Organization = {
    resourceType: 'Organization',
    id: resourceId.provider,
    active: true,
    name: 'Tidewater Recovery Services',
    type: [{ text: 'Provider' }],
  };
  const units = UNITS.map((unit): Organization => {
    return {
      resourceType: 'Organization',
      id: resourceId.unit(unit),
      active: true,
      name: unit.name,
      type: [{ text: 'Program' }],
      partOf: { reference: `Organization/${resourceId.provider}` },
    };
  });
  return [provider, ...units].map(permanent);
}
