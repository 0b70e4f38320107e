import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FhirResource } from 'fhir/r4';
import { stamped, type Shown } from './chart.ts';
import { etag } from './front-desk.ts';

export const BASE_PATH = '/fhir';
const FHIR_JSON = 'application/fhir+json; charset=utf-8';

export function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${BASE_PATH}`;
}

export function send(reply: FastifyReply, resource: FhirResource): FastifyReply {
  return sendText(reply, JSON.stringify(resource));
}

export function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type(FHIR_JSON).send(text);
}

export function sendVersion(reply: FastifyReply, shown: Shown): FastifyReply {
  reply.header('ETag', etag(shown.version));
  reply.header('Last-Modified', new Date(shown.lastUpdated).toUTCString());
  return send(reply, stamped(shown));
}
