import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { FhirResource } from 'fhir/r4';
import { RecordArchive, type ResourceType } from '../fhir/record-archive.ts';
import type { Clinic } from '../model/clinic.ts';
import { capabilityStatement } from './capability-statement.ts';
import { Chart, stamped, type Shown } from './chart.ts';
import type { Clock } from './clock.ts';
import { FhirError } from './fhir-error.ts';
import { etag, update } from './front-desk.ts';
import { Journal } from './journal.ts';
import { decodeCursor } from './page-cursor.ts';
import { RESOURCE_TYPES, WRITABLE_TYPES } from './resource-types.ts';
import { searchPage } from './search.ts';
import { searchBundle } from './search-bundle.ts';
import { searchQuery } from './search-query.ts';
import { SortedSearch } from './sorted-search.ts';

const BASE_PATH = '/fhir';
const FHIR_JSON = 'application/fhir+json; charset=utf-8';

export interface EndpointOptions {
  clinic: Clinic;
  clock: Clock;
  journal?: Journal;
}

/** The clinic's scheduling system as the outside sees it: FHIR R4 over HTTP. */
export function buildEndpoint({ clinic, clock, journal }: EndpointOptions): FastifyInstance {
  const chart = new Chart(new RecordArchive(clinic), journal ?? new Journal());
  const sorted = new SortedSearch(chart);
  const present = () => {
    const now = clock.now();
    chart.archive.extendTo(now);
    return now;
  };

  const app = Fastify();
  app.addContentTypeParser(
    ['application/fhir+json', 'application/json'],
    { parseAs: 'string' },
    readJson,
  );
  app.setErrorHandler((error, _request, reply) => sendError(reply, error));
  app.setNotFoundHandler((request, reply) => sendError(reply, unknownAddress(request)));

  app.get(`${BASE_PATH}/metadata`, (request, reply) =>
    send(reply, capabilityStatement(baseOf(request), clock.now())),
  );

  for (const type of RESOURCE_TYPES) {
    app.get(`${BASE_PATH}/${type}`, (request, reply) => {
      const now = present();
      const parameters = new URLSearchParams(request.url.split('?')[1] ?? '');
      const query = searchQuery(type, parameters);
      const from = query.page
        ? decodeCursor(query.page, now)
        : { instant: now, client: 0, place: 0 };
      const page = query.sort
        ? sorted.page(type, query, from)
        : searchPage(chart, type, query, from);
      return send(reply, searchBundle(baseOf(request), type, parameters, page));
    });

    app.get<{ Params: { id: string } }>(`${BASE_PATH}/${type}/:id`, (request, reply) => {
      const shown = chart.find(type, request.params.id, present());
      if (!shown) throw notFound(type, request.params.id);
      return sendVersion(reply, shown);
    });
  }

  for (const type of ['Appointment', 'Encounter'] as const) {
    app.put<{ Params: { id: string } }>(`${BASE_PATH}/${type}/:id`, (request, reply) => {
      const { params, body, headers } = request;
      return sendVersion(
        reply,
        update(chart, present(), type, params.id, body, headers['if-match']),
      );
    });
  }
  return app;
}

function readJson(
  _request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  try {
    done(null, JSON.parse(String(body)));
  } catch {
    done(new FhirError(400, 'structure', 'The body is not JSON.'));
  }
}

function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${BASE_PATH}`;
}

function send(reply: FastifyReply, resource: FhirResource): FastifyReply {
  return reply.type(FHIR_JSON).send(JSON.stringify(resource));
}

function sendVersion(reply: FastifyReply, shown: Shown): FastifyReply {
  reply.header('ETag', etag(shown));
  reply.header('Last-Modified', new Date(shown.lastUpdated).toUTCString());
  return send(reply, stamped(shown));
}

function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  const known = error instanceof FhirError ? error : unexpected(error);
  return send(reply.code(known.status), known.toOutcome());
}

function unexpected(error: unknown): FhirError {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode !== undefined && statusCode < 500) {
    return new FhirError(statusCode, 'invalid', message ?? 'The request cannot be read.');
  }
  return new FhirError(500, 'exception', 'The simulated clinic failed.');
}

function notFound(type: ResourceType, id: string): FhirError {
  return new FhirError(404, 'not-found', `There is no ${type}/${id}.`);
}

function unknownAddress({ method, url }: FastifyRequest): FhirError {
  const [type, id] = url
    .split('?')[0]
    .slice(BASE_PATH.length + 1)
    .split('/');
  const known =
    url.startsWith(`${BASE_PATH}/`) && [...RESOURCE_TYPES, 'metadata'].some((one) => one === type);
  if (!known) return new FhirError(404, 'not-found', `Nothing is served at ${url}.`);
  const allowed = id && WRITABLE_TYPES.some((one) => one === type) ? 'GET and PUT' : 'GET';
  if (method === 'GET') return new FhirError(404, 'not-found', `Nothing is served at ${url}.`);
  return new FhirError(405, 'not-supported', `${method} is not served here, only ${allowed}.`);
}
