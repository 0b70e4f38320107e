import type { Address, ContactPoint } from 'fhir/r4';
import type { ContactDetails } from '../model/background/contact-details.ts';
import type { Site } from '../model/program-map.ts';

/** As a record of a person has them; what nobody gave is left out. */
export function contactFields(
  { phones, line }: ContactDetails,
  { city, state, postalCode }: Site,
): { telecom?: ContactPoint[]; address?: Address[] } {
  return {
    ...(phones.length === 0
      ? {}
      : {
          telecom: phones.map(({ number, use }, index): ContactPoint => ({
            system: 'phone',
            value: number,
            use,
            rank: index + 1,
          })),
        }),
    ...(line === null
      ? {}
      : { address: [{ use: 'home', line: [line], city, state, postalCode, country: 'US' }] }),
  };
}
