import type { Bundle, FhirResource } from 'fhir/r4';

/**
 * The resources of a bundle, or the resource itself. References between entries by `urn:uuid` become
 * type and id, as a server makes them when it takes in a transaction (FHIR R4, http.html#transaction).
 */
export function entriesOf(resource: FhirResource): FhirResource[] {
  if (resource.resourceType !== 'Bundle') return [resource];
  const addresses = addressesIn(resource);
  return (resource.entry ?? []).flatMap((entry) =>
    entry.resource ? entriesOf(resolved(entry.resource, addresses)) : [],
  );
}

function addressesIn({ entry = [] }: Bundle): Map<string, string> {
  return new Map(
    entry.flatMap(({ fullUrl, resource }) =>
      fullUrl?.startsWith('urn:') && resource?.id
        ? [[fullUrl, `${resource.resourceType}/${resource.id}`] as const]
        : [],
    ),
  );
}

function resolved<T>(value: T, addresses: ReadonlyMap<string, string>): T {
  if (addresses.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => resolved<unknown>(part, addresses)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      name === 'reference' && typeof part === 'string'
        ? (addresses.get(part) ?? part)
        : resolved(part, addresses),
    ]),
  ) as T;
}
