import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { NOT_FOUND } from './problems.ts';

const BUILT = fileURLToPath(new URL('../../dist/app/', import.meta.url));
/** What only a document heeds: a kilobyte that every script would bring along. */
const OF_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
/** What only a file that may change heeds: one with a hash in its name is never asked for again. */
const OF_CHANGING_FILES = ['etag', 'last-modified', 'accept-ranges'];
const HASHED = /-[\w-]{8}\.(js|css)$/;

/** The built dashboard: files with a hash in their name for ever, the page itself always fresh. */
export const dashboard = fp(async (app: FastifyInstance) => {
  if (existsSync(BUILT)) {
    await app.register(fastifyStatic, {
      root: BUILT,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const forEver = HASHED.test(path.replace(/\.(br|gz)$/, ''));
        void reply.header(
          'cache-control',
          forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  app.addHook('onSend', async (request, reply) => {
    if (!HASHED.test(request.url)) return;
    for (const name of [...OF_DOCUMENTS, ...OF_CHANGING_FILES]) reply.removeHeader(name);
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && existsSync(BUILT);
    return isPage ? reply.sendFile('index.html') : reply.code(404).send(NOT_FOUND);
  });
});
