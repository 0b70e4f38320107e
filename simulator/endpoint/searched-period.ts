import type { FhirResource, Period } from 'fhir/r4';
import { dateRange, type DateRange } from './date-range.ts';

/** The stretch of time the search parameter `date` looks at; null where the type has none. */
export function searchedPeriod(resource: FhirResource): DateRange | null {
  switch (resource.resourceType) {
    case 'Appointment':
      return instant(resource.start);
    case 'Encounter':
    case 'EpisodeOfCare':
    case 'CarePlan':
    case 'Flag':
      return resource.period ? periodRange(resource.period) : null;
    case 'Condition':
      return instant(resource.recordedDate);
    case 'ClaimResponse':
      return instant(resource.created);
    case 'Consent':
      return instant(resource.dateTime);
    case 'Goal':
      return instant(resource.startDate);
    case 'Observation':
      return instant(resource.effectiveDateTime);
    case 'QuestionnaireResponse':
      return instant(resource.authored);
    case 'MedicationRequest':
    case 'ServiceRequest':
    case 'Task':
      return instant(resource.authoredOn);
    default:
      return null;
  }
}

function periodRange({ start, end }: Period): DateRange {
  const from = start ? dateRange(start)?.from : undefined;
  const until = end ? dateRange(end)?.until : undefined;
  return { from: from ?? -Infinity, until: until ?? Infinity };
}

function instant(text: string | undefined): DateRange | null {
  return text === undefined ? null : dateRange(text);
}
