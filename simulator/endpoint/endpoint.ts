import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { RecordArchive, type ResourceType } from '../fhir/record-archive.ts';
import type { Clinic } from '../model/clinic.ts';
import { capabilityStatement } from './capability-statement.ts';
import { Chart } from './chart.ts';
import type { Clock } from './clock.ts';
import { answerErrorsAsOutcomes } from './errors-as-outcomes.ts';
import { FhirError, gone } from './fhir-error.ts';
import { remove, update } from './front-desk.ts';
import { History } from './history.ts';
import { historyBundle } from './history-bundle.ts';
import { historyQuery } from './history-query.ts';
import { Journal } from './journal.ts';
import { decodeCursor, type PageCursor } from './page-cursor.ts';
import { RESOURCE_TYPES, WRITABLE_TYPES } from './resource-types.ts';
import { matchCount, searchPage } from './search.ts';
import { countBundle, searchBundle } from './search-bundle.ts';
import { searchQuery } from './search-query.ts';
import { baseOf, BASE_PATH, send, sendText, sendVersion } from './send.ts';
import { SortedSearch } from './sorted-search.ts';

export interface EndpointOptions {
  clinic: Clinic;
  clock: Clock;
  journal?: Journal;
}

interface OfOne {
  Params: { id: string };
}

/** The clinic's scheduling system as the outside sees it: FHIR R4 over HTTP. */
export function buildEndpoint({ clinic, clock, journal }: EndpointOptions): FastifyInstance {
  const chart = new Chart(new RecordArchive(clinic), journal ?? new Journal());
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
  answerErrorsAsOutcomes(app);
  void app.register(compress, { encodings: ['gzip'], zlibOptions: { level: 1 } });
  // Routes are compressed only where they are added after the plugin has been loaded.
  void app.register((routes, _options, done) => {
    routes.get(`${BASE_PATH}/metadata`, (request, reply) =>
      send(reply, capabilityStatement(baseOf(request), clock.now())),
    );
    serveReads(routes, chart, present);
    serveFrontDesk(routes, chart, present);
    done();
  });
  return app;
}

function serveReads(app: FastifyInstance, chart: Chart, present: () => number): void {
  const sorted = new SortedSearch(chart);
  const history = new History(chart);
  for (const type of RESOURCE_TYPES) {
    app.get(`${BASE_PATH}/${type}`, (request, reply) => {
      const now = present();
      const parameters = parametersOf(request);
      const query = searchQuery(type, parameters);
      if (query.countOnly) {
        const total = matchCount(chart, type, query, now);
        return send(reply, countBundle(baseOf(request), type, parameters, total));
      }
      const from = pageStart(query.page, now);
      const page = query.sort
        ? sorted.page(type, query, from)
        : searchPage(chart, type, query, from);
      return sendText(reply, searchBundle(baseOf(request), type, parameters, page));
    });

    app.get(`${BASE_PATH}/${type}/_history`, (request, reply) => {
      const now = present();
      const parameters = parametersOf(request);
      const query = historyQuery(parameters);
      const page = history.page(type, query, pageStart(parameters.get('_page'), now));
      return sendText(reply, historyBundle(baseOf(request), type, parameters, page));
    });

    app.get<OfOne>(`${BASE_PATH}/${type}/:id`, (request, reply) => {
      const now = present();
      const { id } = request.params;
      const shown = chart.find(type, id, now);
      if (!shown) throw chart.isGone(type, id, now) ? gone(type, id) : notFound(type, id);
      return sendVersion(reply, shown);
    });
  }
}

function serveFrontDesk(app: FastifyInstance, chart: Chart, present: () => number): void {
  for (const type of WRITABLE_TYPES) {
    const address = `${BASE_PATH}/${type}/:id`;
    app.put<OfOne>(address, ({ params, body, headers }, reply) =>
      sendVersion(reply, update(chart, present(), type, params.id, body, headers['if-match'])),
    );
    app.delete<OfOne>(address, ({ params, headers }, reply) => {
      remove(chart, present(), type, params.id, headers['if-match']);
      return reply.code(204).send();
    });
  }
}

function parametersOf({ url }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(url.split('?')[1] ?? '');
}

function pageStart(page: string | null, now: number): PageCursor {
  return page ? decodeCursor(page, now) : { instant: now, client: 0, place: 0 };
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

function notFound(type: ResourceType, id: string): FhirError {
  return new FhirError(404, 'not-found', `There is no ${type}/${id}.`);
}
