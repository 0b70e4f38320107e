import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FhirResource } from 'fhir/r4';
import { READ_TYPES } from '../data-sources/translators.ts';

/** A FHIR endpoint of a test: holds hand-written resources, pages by two, and notes what it was asked. */
export interface FhirEndpoint {
  baseUrl: string;
  asked: string[];
  /** Once so many more requests have come. */
  askedMore(requests: number): Promise<void>;
  /** Adds resources, or replaces those of the same id; the next version, written `at`. */
  put(at: string, ...resources: FhirResource[]): void;
  /** Answers the next request that contains `part` in its address with an error. */
  failOnce(part: string): void;
  /** Takes a resource away at an instant. */
  remove(at: string, key: string): void;
  /** Says in its capability statement that it keeps the history of every type. */
  keepsHistory: boolean;
  /** Leaves this resource out of every list, though it is there. */
  unlisted: string | null;
  /** Answers every search with no entries, as a broken server may. */
  emptied: boolean;
  close(): Promise<void>;
}

const PAGE = 2;

export async function openFhirEndpoint(): Promise<FhirEndpoint> {
  const held = new Map<string, FhirResource>();
  const removed = new Map<string, string>();
  const versions = new Map<string, number>();
  const failures: string[] = [];
  let waiting: { until: number; done: () => void }[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? '';
    endpoint.asked.push(address);
    waiting = waiting.filter(({ until, done }) => endpoint.asked.length < until || void done());
    const failing = failures.findIndex((part) => address.includes(part));
    if (failing >= 0) {
      failures.splice(failing, 1);
      response
        .writeHead(400)
        .end(JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ code: 'transient' }] }));
      return;
    }
    const body = answer(request);
    response
      .writeHead(body ? 200 : 404, { 'content-type': 'application/fhir+json' })
      .end(JSON.stringify(body ?? { resourceType: 'OperationOutcome', issue: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: FhirEndpoint = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    asked: [],
    askedMore: (requests) =>
      new Promise((done) => waiting.push({ until: endpoint.asked.length + requests, done })),
    emptied: false,
    keepsHistory: false,
    unlisted: null,
    remove: (at, key) => {
      held.delete(key);
      removed.set(key, at);
    },
    put: (at, ...resources) => {
      for (const resource of resources) {
        const key = `${resource.resourceType}/${resource.id}`;
        const version = (versions.get(key) ?? 0) + 1;
        versions.set(key, version);
        held.set(key, { ...resource, meta: { versionId: String(version), lastUpdated: at } });
      }
    },
    failOnce: (part) => void failures.push(part),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function answer(request: IncomingMessage) {
    const url = new URL(request.url ?? '', endpoint.baseUrl);
    const [type = '', id] = url.pathname.replace(/^\/fhir\//, '').split('/');
    if (type === 'metadata') return capabilities(endpoint.keepsHistory);
    if (id === '_history') return historyOf(type, url.searchParams.get('_since') ?? '');
    if (id) return held.get(`${type}/${id}`) ?? null;
    const since = url.searchParams.get('_lastUpdated')?.slice(2);
    const date = url.searchParams.get('date') ?? url.searchParams.get('authored');
    const offset = Number(url.searchParams.get('_offset') ?? 0);
    const matches = [...held.values()].filter(
      (resource) =>
        !endpoint.emptied &&
        endpoint.unlisted !== `${type}/${resource.id}` &&
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

  function historyOf(type: string, since: string) {
    const entry = [...removed]
      .filter(([key, at]) => key.startsWith(`${type}/`) && Date.parse(at) >= Date.parse(since))
      .map(([url, at]) => ({
        request: { method: 'DELETE', url },
        response: { status: '204', lastModified: at },
      }));
    return { resourceType: 'Bundle', type: 'history', entry };
  }
  return endpoint;
}

const capabilities = (keepsHistory: boolean) => ({
  resourceType: 'CapabilityStatement',
  rest: [
    {
      resource: READ_TYPES.map((type) => ({
        type,
        interaction: [{ code: 'search-type' }, ...(keepsHistory ? [{ code: 'history-type' }] : [])],
      })),
    },
  ],
});

/** As a server searches: what has no date is found by no condition on it. */
function isDated(resource: FhirResource, condition: string): boolean {
  const start = startOf(resource);
  if (start === undefined) return false;
  const before = start < condition.slice(2);
  return condition.startsWith('lt') ? before : !before;
}

function startOf(resource: FhirResource): string | undefined {
  switch (resource.resourceType) {
    case 'Appointment':
      return resource.start;
    case 'Encounter':
      return resource.period?.start;
    case 'Observation':
      return resource.effectiveDateTime;
    case 'QuestionnaireResponse':
      return resource.authored;
    default:
      return '';
  }
}
