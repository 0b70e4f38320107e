import type { FhirResource } from 'fhir/r4';
import { localInstant, HOME_ZONE } from '../model/local-time.ts';
import type { Recorded } from './recorded.ts';

/** A resource that was there when the clinic opened, and never changes. */
export function permanent<R extends FhirResource & { id?: string }>(resource: R): Recorded<R> {
  return {
    id: resource.id ?? '',
    at: [localInstant(HOME_ZONE, 0, 8 * 60)],
    render: () => ({ ...resource }),
  };
}
