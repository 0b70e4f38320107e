import type { FhirResource, Period } from 'fhir/r4';
import { dateRange, type DateRange } from './date-range.ts';

/** The stretch of time the search parameter `date` looks at; null where the type has none. */
export function searchedPeriod(resource: FhirResource): DateRange | null {
  switch (resource.resourceType) {
    case 'Appointment':
      return resource.start ? dateRange(resource.start) : null;
    case 'Encounter':
    case 'EpisodeOfCare':
    case 'CarePlan':
      return resource.period ? periodRange(resource.period) : null;
    default:
      return null;
  }
}

function periodRange({ start, end }: Period): DateRange {
  const from = start ? dateRange(start)?.from : undefined;
  const until = end ? dateRange(end)?.until : undefined;
  return { from: from ?? -Infinity, until: until ?? Infinity };
}
