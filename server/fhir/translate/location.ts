import type { Location } from 'fhir/r4';
import type { Translation } from './translation.ts';

const TIME_ZONE = 'http://hl7.org/fhir/StructureDefinition/timezone';

export interface SiteFacts {
  name: string;
  /** IANA name; `null` where the source does not say. */
  timeZone: string | null;
}

/** A site. Its time zone comes from the standard extension. */
export function translateLocation(location: Location): Translation<SiteFacts> {
  const code = location.extension?.find(({ url }) => url === TIME_ZONE)?.valueCode;
  return {
    use: {
      name: location.name ?? 'Unnamed site',
      timeZone: code && isTimeZone(code) ? code : null,
    },
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
