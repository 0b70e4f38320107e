import type { Bundle, FhirResource } from 'fhir/r4';
import { ask } from './ask.ts';

const resourcesPerPage = 500;

/** Every page of a search, to the last. */
export async function* readAll(
  fhirUrl: string,
  resourceType: string,
  conditions: Record<string, string> = {},
): AsyncGenerator<FhirResource> {
  const query = new URLSearchParams({ ...conditions, _count: `${resourcesPerPage}` });
  let next: string | undefined = `${fhirUrl}/${resourceType}?${query}`;
  while (next) {
    const answer = await ask(next);
    if (!answer.ok) throw new Error(`${next} answered ${answer.status}`);
    const bundle = (await answer.json()) as Bundle;
    for (const { resource } of bundle.entry ?? []) if (resource) yield resource;
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
}
