import '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { mayDo, type Permission } from '#domain/access/permission';
import { readerOf } from '../access/sign-ins.queries.ts';
import type { Reader } from '../database/reader.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; there on every route but the public ones. */
    reader: Reader;
    /** The token of their sign-in. */
    signInToken: string;
    /** True where a screen asks again by itself, because something changed: no person's act. */
    byEvent: boolean;
  }
  interface FastifyContextConfig {
    permission?: Permission;
  }
}

/** Every route of the API names who may call it; one that forgets does not start. */
export const access = fp(async (app: FastifyInstance) => {
  app.decorateRequest('reader');
  app.decorateRequest('signInToken', '');
  app.decorateRequest('byEvent', false);
  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/') && !config?.permission)
      throw new Error(`${url}: config.permission is missing`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const { permission } = request.routeOptions.config;
    if (permission === undefined || permission === 'public') return;
    request.byEvent = request.headers['x-refetch'] === 'event';
    request.signInToken = tokenOf(request);
    const acts = !request.byEvent && request.routeOptions.url !== '/api/events';
    const reader =
      request.signInToken &&
      (await readerOf(
        app.throughline.database,
        request.signInToken,
        acts,
        app.throughline.clock.now(),
      ));
    if (!reader) return reply.code(401).send({ code: 'signed-out', message: 'Sign in to go on.' });
    if (!mayDo(reader.role, permission)) {
      return reply
        .code(403)
        .send({ code: 'not-permitted', message: 'Your role does not include this page.' });
    }
    request.reader = reader;
  });
});

const tokenOf = (request: FastifyRequest): string =>
  request.cookies[request.server.throughline.cookieName] ?? '';
