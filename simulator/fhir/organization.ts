import type { Organization } from 'fhir/r4';
import { COURTS, NEXT_PLACES, type OnwardPlace } from '../model/leaving/onward-place.ts';
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
  const outside = [
    ...NEXT_PLACES.map((place) => onward(place, 'Provider')),
    ...COURTS.map((place) => onward(place, 'Government')),
  ];
  return [provider, ...units, ...outside].map(permanent);
}

/** Somebody outside, whom clients let know. */
function onward(place: OnwardPlace, type: string): Organization {
  const { name, line, city, postalCode } = place;
  return {
    resourceType: 'Organization',
    id: resourceId.onward(place),
    active: true,
    name,
    type: [{ text: type }],
    address: [{ line: [line], city, state: 'MA', postalCode, country: 'US' }],
  };
}
