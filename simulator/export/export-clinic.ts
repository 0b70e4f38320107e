import { RESOURCE_TYPES } from '../endpoint/resource-types.ts';
import type { ResourceType } from '../fhir/record-archive.ts';
import type { Clinic } from '../model/clinic.ts';
import { exportInParts } from './export-in-parts.ts';
import type { Part } from './export-part.ts';

/** Up to so many clients are one part, and each type one file. */
const CLIENTS_OF_A_PART = 5_000;

/** Writes the first so many clients of a clinic, and the clinic itself, as it stands at the instant. */
export async function exportClinic(
  { seed, clients, scenario }: Clinic,
  instant: number,
  total: number,
  folder: string,
  clientsOfAPart = CLIENTS_OF_A_PART,
): Promise<Map<ResourceType, number>> {
  const counts = await exportInParts(
    { seed, clients, scenario: scenario.name, instant, folder },
    partsOf(total, clientsOfAPart),
  );
  const resources = new Map<ResourceType, number>(RESOURCE_TYPES.map((type) => [type, 0]));
  for (const [type, count] of counts) resources.set(type, (resources.get(type) ?? 0) + count);
  return resources;
}

function partsOf(clients: number, atOnce: number): Part[] {
  const count = Math.ceil(clients / atOnce);
  const size = Math.ceil(clients / count);
  return Array.from({ length: count }, (_, at) => ({
    name: count === 1 ? '' : `.${String(at).padStart(3, '0')}`,
    from: at * size,
    until: Math.min(clients, (at + 1) * size),
  }));
}
