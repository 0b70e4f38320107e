import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ClientSearch, FoundClients } from '#domain/client-search/client-search.contract';
import { searchWords } from '#domain/client-search/search-words';
import { Problem } from '#domain/problem.contract';
import { logAccess } from '../access/access-log.ts';
import { findClients } from './client-search.queries.ts';

export const clientSearchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, clock } = app.throughline;

  app.post('/api/clients/search', {
    config: { permission: 'client:read' },
    schema: { body: ClientSearch, response: { 200: FoundClients, '4xx': Problem } },
    handler: async ({ reader, body }) => {
      const looked = searchWords(body.text);
      if (!looked) return { clients: [], more: false };
      return database.read(reader, async (scoped) => {
        const found = await findClients(scoped, reader, looked, clock.now());
        // Who was shown, never what was typed.
        const shown = found.clients.map(({ clientId }) => clientId);
        await logAccess(scoped, reader, 'client search', shown);
        return found;
      });
    },
  });
};
