import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses what another site's page sends in a signed-in person's name, and, on loopback, names that
 * merely resolve to this machine.
 */
export const sameOrigin = fp(async (app: FastifyInstance, { loopback }: { loopback: boolean }) => {
  app.addHook('onRequest', async (request, reply) => {
    const { host = '', origin } = request.headers;
    const elsewhere = loopback && !LOOPBACK.includes(host.replace(/:\d+$/, ''));
    const crossSite =
      request.method !== 'GET' && origin !== undefined && URL.parse(origin)?.host !== host;
    if (elsewhere || crossSite) {
      return reply
        .code(403)
        .send({ code: 'cross-site', message: 'The request came from another site.' });
    }
  });
});
