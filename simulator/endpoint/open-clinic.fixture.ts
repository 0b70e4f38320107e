import type { LightMyRequestResponse } from 'fastify';
import type { Bundle, FhirResource } from 'fhir/r4';
import { buildClinic } from '../model/clinic.ts';
import { buildEndpoint } from './endpoint.ts';
import type { Journal } from './journal.ts';

interface Opening {
  at: string;
  seed?: number;
  clients?: number;
  journal?: Journal;
}

/** An endpoint in this process with a clock that moves only when it is told to. */
export function openClinic({ at, seed = 1, clients = 16, journal }: Opening) {
  let now = Date.parse(at);
  const clock = { now: () => now };
  const app = buildEndpoint({ clinic: buildClinic(seed, clients), clock, journal });
  const get = (path: string) => app.inject({ url: `/fhir/${path}` });

  async function pages(path: string, between?: () => void): Promise<Bundle[]> {
    const found: Bundle[] = [];
    let url: string | undefined = `/fhir/${path}`;
    while (url) {
      const answer: LightMyRequestResponse = await app.inject({ url });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      const bundle: Bundle = answer.json<Bundle>();
      found.push(bundle);
      url = bundle.link?.find(({ relation }) => relation === 'next')?.url;
      between?.();
    }
    return found;
  }

  async function all<R extends FhirResource>(path: string, between?: () => void): Promise<R[]> {
    const found = await pages(path, between);
    return found.flatMap(({ entry }) => (entry ?? []).map(({ resource }) => resource as R));
  }

  function put(resource: { resourceType: string; id?: string }, headers = {}) {
    const url = `/fhir/${resource.resourceType}/${resource.id}`;
    const type = { 'content-type': 'application/fhir+json' };
    return app.inject({
      method: 'PUT',
      url,
      headers: { ...type, ...headers },
      payload: JSON.stringify(resource),
    });
  }

  return {
    app,
    get,
    pages,
    all,
    put,
    moveTo: (instant: string) => (now = Date.parse(instant)),
    advance: (milliseconds: number) => (now += milliseconds),
  };
}
