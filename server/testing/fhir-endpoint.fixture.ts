import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FhirResource } from 'fhir/r4';

/** A FHIR endpoint of a test: holds hand-written resources, pages by two, and notes what it was asked. */
export interface FhirEndpoint {
  baseUrl: string;
  asked: string[];
  /** Adds resources, or replaces those of the same id; the next version, written `at`. */
  put(at: string, ...resources: FhirResource[]): void;
  /** Answers the next request that contains `part` in its address with an error. */
  failOnce(part: string): void;
  /** Answers every search with no entries, as a broken server may. */
  emptied: boolean;
  close(): Promise<void>;
}

const PAGE = 2;

export async function openFhirEndpoint(): Promise<FhirEndpoint> {
  const held = new Map<string, FhirResource>();
  const failures: string[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? '';
    endpoint.asked.push(address);
    const failing = failures.findIndex((part) => address.includes(part));
    if (failing >= 0) {
      failures.splice(failing, 1);
      response
        .writeHead(400)
        .end(JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ code: 'transient' }] }));
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/fhir+json' })
      .end(JSON.stringify(answer(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: FhirEndpoint = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    asked: [],
    emptied: false,
    put: (at, ...resources) => {
      for (const resource of resources) {
        const key = `${resource.resourceType}/${resource.id}`;
        const version = Number(held.get(key)?.meta?.versionId ?? 0) + 1;
        held.set(key, { ...resource, meta: { versionId: String(version), lastUpdated: at } });
      }
    },
    failOnce: (part) => void failures.push(part),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function answer(request: IncomingMessage) {
    const url = new URL(request.url ?? '', endpoint.baseUrl);
    const type = url.pathname.split('/').at(-1);
    const since = url.searchParams.get('_lastUpdated')?.slice(2);
    const date = url.searchParams.get('date');
    const offset = Number(url.searchParams.get('_offset') ?? 0);
    const matches = [...held.values()].filter(
      (resource) =>
        !endpoint.emptied &&
        resource.resourceType === type &&
        (!since || Date.parse(resource.meta?.lastUpdated ?? '') >= Date.parse(since)) &&
        (!date || isDated(resource, date)),
    );
    url.searchParams.set('_offset', String(offset + PAGE));
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      link: offset + PAGE < matches.length ? [{ relation: 'next', url: url.href }] : [],
      entry: matches.slice(offset, offset + PAGE).map((resource) => ({ resource })),
    };
  }
  return endpoint;
}

function isDated(resource: FhirResource, condition: string): boolean {
  const start =
    resource.resourceType === 'Appointment'
      ? resource.start
      : resource.resourceType === 'Encounter'
        ? resource.period?.start
        : '';
  const before = (start ?? '') < condition.slice(2);
  return condition.startsWith('lt') ? before : !before;
}
