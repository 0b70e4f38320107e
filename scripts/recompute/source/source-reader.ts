import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';
import { ask } from './ask.ts';

const resourcesPerPage = 500;

/** Every resource of a type, as a search lists it, to the last page. */
export async function* readAll(fhirUrl: string, type: string): AsyncGenerator<FhirResource> {
  const query = new URLSearchParams({ _count: `${resourcesPerPage}` });
  for await (const { resource } of entriesOf(`${fhirUrl}/${type}?${query}`)) {
    if (resource) yield resource;
  }
}

export interface Change {
  id: string;
  /** `null` where the resource was deleted. */
  resource: FhirResource | null;
}

/** What happened to a type's resources since an instant, oldest first. */
export async function readChanges(fhirUrl: string, type: string, since: string): Promise<Change[]> {
  const query = new URLSearchParams({ _since: since, _count: `${resourcesPerPage}` });
  const changes: Change[] = [];
  for await (const { resource, request } of entriesOf(`${fhirUrl}/${type}/_history?${query}`)) {
    if (request?.method === 'DELETE') changes.push({ id: idIn(request.url), resource: null });
    else if (resource) changes.push({ id: resource.id ?? '', resource });
  }
  return changes.reverse();
}

async function* entriesOf(url: string): AsyncGenerator<BundleEntry> {
  let next: string | undefined = url;
  while (next) {
    const answer = await ask(next);
    if (!answer.ok) throw new Error(`${next} answered ${answer.status}`);
    const bundle = (await answer.json()) as Bundle;
    yield* bundle.entry ?? [];
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
}

const idIn = (address: string): string => address.split('/').at(-1) ?? '';
