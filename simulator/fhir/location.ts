import type { Location } from 'fhir/r4';
import { SITES } from '../model/program-map.ts';
import { permanent } from './permanent.ts';
import type { Recorded } from './recorded.ts';
import { resourceId } from './resource-id.ts';

export function locations(): Recorded<Location>[] {
  return SITES.map((site) =>
    permanent<Location>({
      resourceType: 'Location',
      id: resourceId.site(site),
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/timezone', valueCode: site.zone },
      ],
      status: 'active',
      name: site.name,
      mode: 'instance',
      address: {
        line: [site.line],
        city: site.city,
        state: site.state,
        postalCode: site.postalCode,
        country: 'US',
      },
      physicalType: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
            code: 'si',
            display: 'Site',
          },
        ],
      },
      managingOrganization: { reference: `Organization/${resourceId.provider}` },
    }),
  );
}
