import type { FhirResource, Reference } from 'fhir/r4';
import { refOf } from '../fhir/translate/reference.ts';
import type { Ref } from '../fhir/translate/translation.ts';
import { keyOf } from './identities.ts';

/** Resource types that speak of no client. */
const OF_NOBODY = [
  'Organization',
  'Location',
  'HealthcareService',
  'Practitioner',
  'PractitionerRole',
];

/**
 * The clients a resource speaks of, by which its record is shown; empty where it speaks of none,
 * `null` where it should name one and does not: such a record is shown only to who sees everybody.
 */
export function clientsNamed(
  resource: FhirResource,
  refs: ReadonlyMap<string, Ref> = refsOf(resource),
): Ref[] | null {
  if (resource.resourceType === 'Patient')
    return resource.id ? [{ type: 'Patient', id: resource.id }] : null;
  const patients = [...refs.values()].filter(({ type }) => type === 'Patient');
  if (patients.length > 0) return patients;
  const aboutStaff =
    OF_NOBODY.includes(resource.resourceType) ||
    (resource.resourceType === 'CareTeam' && !resource.subject);
  return aboutStaff ? [] : null;
}

/** Every other resource that one refers to, by `keyOf`. */
export function refsOf(resource: FhirResource): Map<string, Ref> {
  const refs = new Map<string, Ref>();
  collect(resource, refs);
  return refs;
}

function collect(value: object, refs: Map<string, Ref>): void {
  // A consent's actor has an element of that name, which holds a reference.
  const named = 'reference' in value && typeof value.reference === 'string';
  const ref = named ? refOf(value as Reference) : null;
  if (ref) refs.set(keyOf(ref), ref);
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const part of parts) if (typeof part === 'object' && part !== null) collect(part, refs);
}
