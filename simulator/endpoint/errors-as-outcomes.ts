import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FhirError } from './fhir-error.ts';
import { RESOURCE_TYPES, WRITABLE_TYPES } from './resource-types.ts';
import { BASE_PATH, send } from './send.ts';

/** Whatever goes wrong is answered with an OperationOutcome. */
export function answerErrorsAsOutcomes(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => sendError(reply, error));
  app.setNotFoundHandler((request, reply) => sendError(reply, unknownAddress(request)));
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

function unknownAddress({ method, url }: FastifyRequest): FhirError {
  const [type, id] = url
    .split('?')[0]
    .slice(BASE_PATH.length + 1)
    .split('/');
  const known =
    url.startsWith(`${BASE_PATH}/`) && [...RESOURCE_TYPES, 'metadata'].some((one) => one === type);
  if (!known || method === 'GET') {
    return new FhirError(404, 'not-found', `Nothing is served at ${url}.`);
  }
  const writable = id && WRITABLE_TYPES.some((one) => one === type);
  const allowed = writable ? 'GET, PUT and DELETE' : 'GET';
  return new FhirError(405, 'not-supported', `${method} is not served here, only ${allowed}.`);
}
